import type { PageContext } from '../../../model/page';
import { isEmail, isPhone, linkedAddress } from '../../shared/page/hints';
import { statedInFront } from '../../shared/page/in-front';
import { isSaidInChatwoot } from './messages';

/** Longest hint that is reported. */
const LONGEST = 320;

/**
 * What the contact area beside a conversation says: the name in an `h3`, next to it a link to the
 * contact's page, below it `mailto:` and `tel:` links. Looks only around that link, because
 * messages hold such links too. The agent can close the area; then there are no hints.
 */
export function readChatwootHints(document: Document): PageContext['hints'] {
  const head = contactHead(document);
  if (head === undefined) return { emails: [], phones: [] };
  const name = clean(head.querySelector('h3')?.textContent ?? '');
  const area = contactArea(head);
  return {
    name: name === '' ? undefined : name,
    emails: targets(area, 'mailto:'),
    phones: targets(area, 'tel:'),
  };
}

/**
 * The smallest element around the link to the contact's page that also contains the name. Where the page
 * shows two contacts in this way, none is used.
 */
function contactHead(document: Document): Element | undefined {
  const heads = new Map<string, Element>();
  const links = [...document.querySelectorAll('a[href*="/contacts/"]')].filter(
    (link) => !isSaidInChatwoot(link),
  );
  for (const link of statedInFront(links, (each) => each)) {
    const contact = contactPage.exec(link.getAttribute('href') ?? '')?.[1];
    if (contact === undefined) continue;
    const head = climb(link, 3, (element) => element.querySelector('h3') !== null);
    if (head !== undefined && !heads.has(contact)) heads.set(contact, head);
  }
  return heads.size === 1 ? [...heads.values()][0] : undefined;
}

const contactPage = /\/app\/accounts\/\d+\/contacts\/(\d+)\/?$/;

/** The element with name and addresses; at most two levels up, to avoid the contact notes. */
function contactArea(head: Element): Element {
  return climb(head, 2, (element) => element.querySelector(ADDRESSES) !== null) ?? head;
}

const ADDRESSES = 'a[href^="mailto:"], a[href^="tel:"]';
const CONVERSATION = '.conversation-panel, .reply-box, .conversation-details-wrap';

function climb(
  start: Element,
  steps: number,
  enough: (element: Element) => boolean,
): Element | undefined {
  let element: Element | null = start;
  for (let step = 0; element !== null && step <= steps; step += 1) {
    if (element.querySelector(CONVERSATION) !== null) return undefined;
    if (enough(element)) return element;
    element = element.parentElement;
  }
  return undefined;
}

function targets(area: Element, scheme: 'mailto:' | 'tel:'): string[] {
  const found = [...area.querySelectorAll(`a[href^="${scheme}"]`)]
    .filter((link) => !isSaidInChatwoot(link))
    .map((link) => clean(linkedAddress(link, scheme)));
  const isWhole = scheme === 'mailto:' ? isEmail : isPhone;
  return [...new Set(found)].filter(isWhole).slice(0, 5);
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}
