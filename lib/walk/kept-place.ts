import type { WalkableList } from '../platforms/contract/page';
import { frameTop, fromNewest, moveDown, moveToOlder, topInWindow } from './list-geometry';
import type { KnownRow, WalkedRows } from './walked-rows';

/** Places that differ by less (px) are one: no screen shows the difference. */
const samePlace = 0.25;

/** A person no further (px) than this from the newest end is at it, and stays there when more arrives. */
const atNewest = 1;

/** Where the person was in a list, to be brought back there to the pixel. */
export class KeptPlace {
  readonly #fromNewest: number;
  readonly #anchor: KnownRow | undefined;
  readonly #top: number = 0;

  /** `walked`: what is known of the list, with what it draws now. */
  constructor(
    { area, rows }: WalkableList,
    walked: WalkedRows,
    private readonly turned: boolean,
  ) {
    this.#fromNewest = fromNewest(area, turned);
    const frame = frameTop(area);
    // From the newest on: that end is mostly the nearer one, and the other may be thousands of rows away.
    const isBelow = ({ element }: { element: Element }) =>
      element.getBoundingClientRect().bottom > frame;
    const first = turned
      ? rows.findLast(isBelow)
      : rows[rows.findLastIndex((row) => !isBelow(row)) + 1];
    if (first === undefined) return;
    this.#anchor = walked.rowOf(first.element);
    this.#top = topInWindow(first.element);
  }

  /** Goes to about the place, by what lies between it and the newest message. */
  approach(area: Element): void {
    moveToOlder(area, this.#fromNewest - fromNewest(area, this.turned), this.turned);
  }

  /**
   * Goes to the exact place, as far as what was there is drawn again; false where nothing had to move,
   * or nothing can.
   */
  settle(area: Element): boolean {
    const before = area.scrollTop;
    if (this.#fromNewest <= atNewest) {
      this.approach(area);
    } else {
      const element = this.#anchor?.element;
      if (!(element instanceof Element) || !element.isConnected) return false;
      moveDown(area, topInWindow(element) - this.#top);
    }
    return Math.abs(area.scrollTop - before) >= samePlace;
  }
}
