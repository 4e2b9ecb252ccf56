import { editableSelector } from './editable';

/** The element that contains our own picker above the page. */
export const pickerTag = 'deskside-picker';

/** Places across an element, as shares of the part of it that is in the window. */
const columns = [0.1, 0.5, 0.9];
const rows = [0.08, 0.3, 0.5, 0.7, 0.92];

/** What covers a field and is at most this many times its size is part of it: the hint in an empty field. */
const mostOfFrame = 3;

/**
 * Whether a person sees this element: neither hidden by the page in any way it has (also from those
 * who use a screen reader, or can no longer click there), nor out of the window, nor cut off, nor
 * behind something else. Pages keep the conversation before in the document; that is not in front.
 */
export function isInFront(element: Element): boolean {
  if (!isDrawn(element)) return false;
  // A tab that was never shown has no layout yet; then only what the page says counts.
  if (!hasLayout(element)) return true;
  const box = boxInWindow(element);
  return (
    box !== undefined &&
    rows.some((row) =>
      columns.some((column) =>
        isOnTop(element, box.left + box.width * column, box.top + box.height * row),
      ),
    )
  );
}

/** The same for what may have to be scrolled to in an area that is in front. */
function isInFrontArea(element: Element): boolean {
  if (isInFront(element)) return true;
  const box = element.getBoundingClientRect();
  if (!isDrawn(element) || box.width < 1 || box.height < 1) return false;
  const area = scrollAreaOf(element);
  if (area === undefined) return false;
  const frame = area.getBoundingClientRect();
  const top = box.top - frame.top + area.scrollTop;
  const left = box.left - frame.left + area.scrollLeft;
  const isWithin = top >= 0 && left >= 0 && top < area.scrollHeight && left < area.scrollWidth;
  const isScrolledOut =
    box.bottom <= frame.top ||
    box.top >= frame.bottom ||
    box.right <= frame.left ||
    box.left >= frame.right;
  return isWithin && isScrolledOut && isInFront(area);
}

/**
 * Whether an element would be in front if the window had room: squeezed to nothing by what stands
 * beside it, or pushed out to the right or below. What is kept out of sight on purpose is moved to
 * the other side, has no height, or lies behind something.
 */
export function isOutOfRoom(element: Element): boolean {
  if (!isDrawn(element)) return false;
  const box = element.getBoundingClientRect();
  const areas = areasAround(element).filter(
    (area) => getComputedStyle(area).display !== 'contents',
  );
  const frames = areas.map((area) => area.getBoundingClientRect());
  const isOnPurpose = frames.some(
    (frame) =>
      frame.height < 1 ||
      box.bottom < frame.top ||
      (frame.width >= leastWidth && box.right < frame.left),
  );
  if (isOnPurpose) return false;
  const squeezed = frames.findLastIndex((frame) => frame.width < leastWidth);
  // There is room for it, and yet it is not in front: something lies on it.
  const hasRoom = frames.every((frame) => box.left < frame.right && box.top < frame.bottom);
  if (squeezed === -1 && hasRoom && boxInWindow(element) !== undefined) return false;
  const shown = areas.slice(squeezed + 1).find((area) => boxInWindow(area) !== undefined);
  return shown !== undefined && isInFront(shown);
}

/** What is narrower than this (px) has no room for anything that could be read. */
const leastWidth = 24;

/** All elements that contain an element, from the inside out, up to the page itself. */
function areasAround(element: Element): Element[] {
  const { parentElement } = element;
  if (parentElement === null || parentElement === element.ownerDocument.body) return [];
  return [parentElement, ...areasAround(parentElement)];
}

/** Those of these values that a person sees or can scroll to; else those that a larger window would show. */
export function statedInFront<T>(values: readonly T[], placeOf: (value: T) => Element): T[] {
  const seen = values.filter((value) => isInFrontArea(placeOf(value)));
  return seen.length > 0 ? seen : values.filter((value) => isOutOfRoom(placeOf(value)));
}

/** The nearest area around an element that scrolls up and down. */
export function scrollAreaOf(element: Element): Element | undefined {
  const { body } = element.ownerDocument;
  let area = element.parentElement;
  while (area !== null && area !== body) {
    if (/^(auto|scroll)$/.test(getComputedStyle(area).overflowY)) return area;
    area = area.parentElement;
  }
  return undefined;
}

/** Not hidden by the page in any way that shows in its styles and attributes. */
export function isDrawn(element: Element): boolean {
  return (
    element.closest('[hidden], [inert], [aria-hidden="true"]') === null &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  );
}

/** False in a tab that was never shown, or that no longer tells what lies where while it is hidden. */
export function hasLayout({ ownerDocument }: Element): boolean {
  const { documentElement, visibilityState } = ownerDocument;
  if (documentElement.clientWidth === 0) return false;
  return visibilityState !== 'hidden' || ownerDocument.elementFromPoint(1, 1) !== null;
}

function boxInWindow(element: Element): DOMRect | undefined {
  const { documentElement, defaultView } = element.ownerDocument;
  const box = element.getBoundingClientRect();
  const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
  const width = Math.min(box.right, documentElement.clientWidth) - left;
  const height = Math.min(box.bottom, defaultView?.innerHeight ?? 0) - top;
  return width < 1 || height < 1 ? undefined : new DOMRect(left, top, width, height);
}

function isOnTop(element: Element, x: number, y: number): boolean {
  const hit = topmost(element.ownerDocument, x, y);
  if (hit === null) return false;
  if (element.contains(hit)) return true;
  // What cannot be clicked lets the point through to what is around it.
  if (hit.contains(element)) return getComputedStyle(element).pointerEvents === 'none';
  return isPartOfField(hit, element);
}

/** Our own picker hides nothing: with it gone, the page is in front as before. */
function topmost(document: Document, x: number, y: number): Element | null {
  if (!import.meta.env.FIREFOX) return document.elementFromPoint(x, y);
  return document.elementsFromPoint(x, y).find((each) => each.localName !== pickerTag) ?? null;
}

/** Editors lay the hint of an empty field over it, beside it in the document. */
function isPartOfField(hit: Element, field: Element): boolean {
  if (!field.matches(editableSelector) || hit.closest(editableSelector) !== null) return false;
  let frame = field.parentElement;
  while (frame !== null && !frame.contains(hit)) frame = frame.parentElement;
  if (frame === null || frame.querySelectorAll(editableSelector).length > 1) return false;
  const size = (each: Element) => each.clientWidth * each.clientHeight;
  return size(frame) <= mostOfFrame * size(field);
}

/**
 * Those that a person sees, without what stands inside another of them; where a small window has
 * room for none, those that it would show.
 */
export function inFront<T extends Element>(elements: Iterable<T>): T[] {
  const all = [...elements];
  const visible = all.filter(isInFront);
  const seen = visible.length > 0 ? visible : all.filter(isOutOfRoom);
  return seen.filter((each) => !seen.some((other) => other !== each && other.contains(each)));
}

/**
 * The one of these parts of a page that belongs to the pane in front: the only one that a person
 * sees, else the one that is nearest to the composer that is meant. `undefined` when neither
 * decides: then nobody knows.
 */
export function partInFront<T extends Element>(
  parts: Iterable<T>,
  composer: Element | undefined,
): T | undefined {
  const seen = inFront(parts);
  if (seen.length < 2) return seen[0];
  for (let area = composer?.parentElement; area != null; area = area.parentElement) {
    const inside = seen.filter((each) => area?.contains(each));
    if (inside.length > 0) return inside.length === 1 ? inside[0] : undefined;
  }
  return undefined;
}
