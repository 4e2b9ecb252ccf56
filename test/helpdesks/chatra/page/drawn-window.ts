import type { PageOptions } from '../page-data';
import { h } from './dom';

/** Height in px assumed for every row, and how many rows are drawn above and below the window. */
const rowHeight = 72;
const beside = 2;

/** Draws all rows of a list, or only those near the window, with room for the others. */
export class DrawnWindow {
  #rows: HTMLElement[] = [];

  constructor(
    private readonly area: HTMLElement,
    private readonly inner: HTMLElement,
    private readonly drawn: PageOptions['drawn'],
  ) {
    area.addEventListener('scroll', () => this.draw());
  }

  show(rows: HTMLElement[]): void {
    this.#rows = rows;
    this.draw();
  }

  draw(): void {
    if (!this.#isWindow()) {
      if (
        this.inner.childElementCount === 0 ||
        this.inner.lastElementChild !== this.#rows.at(-1) ||
        this.inner.childElementCount !== this.#rows.length
      ) {
        this.inner.replaceChildren(...this.#rows);
      }
      return;
    }
    const first = Math.max(0, Math.floor(this.area.scrollTop / rowHeight) - beside);
    const count = Math.ceil(this.area.clientHeight / rowHeight) + 2 * beside;
    const rows = this.#rows.slice(first, first + count);
    // Also of rows that came before there was a layout: the list keeps its height, whatever is drawn.
    for (const row of rows) {
      row.style.cssText = `height: ${rowHeight}px; overflow: hidden; margin: 0`;
    }
    const below = this.#rows.length - first - rows.length;
    this.inner.replaceChildren(space(first), ...rows, space(below));
  }

  /** Without a layout it is not known which rows are near. */
  #isWindow(): boolean {
    return this.drawn === 'near-window' && this.area.clientHeight > 0;
  }
}

function space(rows: number): HTMLElement {
  return h('div', '', { style: `height: ${rows * rowHeight}px` });
}
