import { scrollAreaOf } from './in-front';

/** Parts of a page that hold one message, in the names that chats commonly give them. */
const messages =
  '[role="log"], [role="feed"], [role="article"], blockquote, [class*="bubble" i], [class*="message-text" i], [class*="message-body" i], [class*="message-content" i], [id^="message"], [data-message-id]';

/** The same, and names that a composer's own frame may have as well. */
const likeMessages = `${messages}, article, li, [class*="message" i]`;

/**
 * Whether this is inside what somebody said. A customer can write headings, links, pictures and, in an
 * e-mail, almost any element with any name, so nothing in there comes from the page itself.
 */
export function isSaid(element: Element): boolean {
  if (element.closest(messages) !== null) return true;
  return element.closest(likeMessages) !== null && scrollsWithText(element);
}

/**
 * Composers that are apart from what was said, where there are any: one that scrolls with the messages,
 * or is in one of several similar parts, may be part of a message.
 */
export function apartFromSaid<T extends Element>(composers: readonly T[]): readonly T[] {
  if (composers.length < 2) return composers;
  const apart = composers.filter((each) => !scrollsWithText(each) && !isInRow(each, composers));
  return apart.length > 0 ? apart : composers;
}

/**
 * Whether it is in one of several parts of the page that are made alike, as messages are. A part with a
 * composer of its own is not one of them.
 */
export function isInRow(element: Element, composers: readonly Element[]): boolean {
  let part: Element | null = element;
  while (part !== null && part !== element.ownerDocument.body) {
    const { tagName, className } = part;
    const siblings: Element[] = [...(part.parentElement?.children ?? [])];
    const isAlike = siblings.some(
      (each) =>
        each !== part &&
        each.tagName === tagName &&
        each.className === className &&
        !composers.some((composer) => each.contains(composer)) &&
        each.textContent?.trim() !== '',
    );
    if (isAlike) return true;
    part = part.parentElement;
  }
  return false;
}

/** Whether it scrolls in one area with other text. */
function scrollsWithText(element: Element): boolean {
  const own = element.textContent?.trim().length ?? 0;
  let area = scrollAreaOf(element);
  while (area !== undefined && (area.textContent?.trim().length ?? 0) <= own) {
    area = scrollAreaOf(area);
  }
  return area !== undefined;
}
