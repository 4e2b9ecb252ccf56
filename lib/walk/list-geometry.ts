import type { WalkableList } from '../platforms/contract/page';
import type { Look } from './walked-rows';

/** Whether the list has its newest messages at the top and the older ones below. */
export function isTurned({ rows }: WalkableList): boolean {
  const [oldest, newest] = [rows[0], rows.at(-1)];
  if (oldest === undefined || newest === undefined) return false;
  return topInWindow(oldest.element) > topInWindow(newest.element);
}

/** What is drawn of a list, by how far (px) each message is from its oldest end. */
export function lookAt({ area, rows }: WalkableList, turned: boolean): Look {
  const height = area.scrollHeight;
  const start = frameTop(area) - position(area);
  const placed = rows.map(({ element, item }) => {
    const box = element.getBoundingClientRect();
    const place = turned ? height - (box.bottom - start) : box.top - start;
    return { element, item, place };
  });
  return { rows: placed, height };
}

/** The share of the scrollable height that is drawn: a list that draws all need not be read bit by bit. */
export function drawnShare({ area, rows }: WalkableList): number {
  const [oldest, newest] = [rows[0], rows.at(-1)];
  if (oldest === undefined || newest === undefined) return 0;
  const boxes = [oldest, newest].map(({ element }) => element.getBoundingClientRect());
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return (bottom - top) / Math.max(1, area.scrollHeight);
}

/** Px between what is in sight and the end of the list where the newest messages are. */
export function fromNewest(area: Element, turned: boolean): number {
  return turned ? position(area) : hidden(area) - position(area);
}

/** Px between what is in sight and the end where the oldest messages are. */
export function fromOldest(area: Element, turned: boolean): number {
  return turned ? hidden(area) - position(area) : position(area);
}

/** Scrolls this many px towards older messages, at once, even where the page's styles ask for smoothness. */
export function moveToOlder(area: Element, px: number, turned: boolean): void {
  moveDown(area, turned ? px : -px);
}

/** Scrolls down, or up where `px` is negative. */
export function moveDown(area: Element, px: number): void {
  area.scrollTo({ top: area.scrollTop + px, behavior: 'instant' });
}

/** Top of what is in sight, in the window. */
export function frameTop(area: Element): number {
  return area === area.ownerDocument.scrollingElement ? 0 : topInWindow(area);
}

export function topInWindow(element: Element): number {
  return element.getBoundingClientRect().top;
}

/** Px from the top of the list; lists that grow upwards count from their end, in negative numbers. */
function position(area: Element): number {
  return growsUpward(area) ? hidden(area) + area.scrollTop : area.scrollTop;
}

function hidden(area: Element): number {
  return Math.max(0, area.scrollHeight - area.clientHeight);
}

function growsUpward(area: Element): boolean {
  if (area.scrollTop < 0) return true;
  if (area.scrollTop > 0) return false;
  const { display, flexDirection } = getComputedStyle(area);
  return display.endsWith('flex') && flexDirection === 'column-reverse';
}
