import type { Page } from '@playwright/test';

/** The position of an item that somebody is reading. */
export interface Eye {
  text: string;
  /** Pixels below the upper edge of the list, now. */
  offset: number;
  /** The greatest distance from its first position since then that lasted longer than one frame. */
  drift: number;
  /** How many rows are above it and below it, and how many were when it was first measured. */
  above: number;
  below: number;
  firstAbove: number;
  firstBelow: number;
}

/** A list that did not move for this many frames has finished measuring its rows. */
const STILL_FRAMES = 4;

/**
 * Goes near the end of the list where that is wanted, and watches, frame by frame, the first item in sight,
 * though its upper part may be out of it: what comes in between two items in sight has to move one of them.
 * All of it runs in the panel. Returns a function that reads the result.
 */
export async function watchFirstItem(
  panel: Page,
  where: 'here' | 'near-end',
): Promise<() => Promise<Eye>> {
  await panel.evaluate(
    async ([place, stillFrames]) => {
      const region = document.querySelector('[aria-label^="Timeline"]');
      if (place === 'near-end') {
        // As a person scrolls, which the panel does not correct.
        region?.dispatchEvent(new Event('wheel'));
        // Not to the very end: a list that becomes shorter there has to move.
        region?.scrollTo(0, region.scrollHeight - 2 * region.clientHeight);
      }
      const rows = () => [
        ...document.querySelectorAll('[aria-label^="Timeline"] li[aria-posinset]'),
      ];
      // Anew each time: another person's list is another element.
      const edge = () =>
        document.querySelector('[aria-label^="Timeline"]')?.getBoundingClientRect().top ?? 0;
      const offsetOf = (row: Element) => row.getBoundingClientRect().top - edge();
      const isInSight = (row: Element) => row.getBoundingClientRect().bottom > edge() + 1;
      const firstInSight = () => {
        const item = rows().find((row) => row.querySelector('article') !== null && isInSight(row));
        const text = item?.querySelector('.remote-text')?.textContent ?? '';
        return { text, offset: item === undefined ? 0 : offsetOf(item) };
      };
      // The rows of the new place are drawn, and then measured, however long that takes.
      let { text, offset } = firstInSight();
      for (let still = 0; still < stillFrames; still += 1) {
        await new Promise(requestAnimationFrame);
        const now = firstInSight();
        if (now.text !== text || now.offset !== offset || text === '') still = 0;
        ({ text, offset } = now);
      }
      const look = () => {
        const row = rows().find((each) => each.querySelector('.remote-text')?.textContent === text);
        // An item that is no longer visible counts as infinitely far away.
        if (row === undefined) return { offset: Number.MAX_SAFE_INTEGER, above: 0, below: 0 };
        const above = Number(row.getAttribute('aria-posinset')) - 1;
        const below = Number(row.getAttribute('aria-setsize')) - above - 1;
        return { offset: offsetOf(row), above, below };
      };
      const first = look();
      const eye = { ...first, text, drift: 0, firstAbove: first.above, firstBelow: first.below };
      Reflect.set(window, 'eye', eye);
      const watch = () => {
        if (Reflect.get(window, 'eye') !== eye) return;
        // The panel's own correction in this frame may come after this measurement and before painting.
        const before = Math.abs(eye.offset - first.offset);
        Object.assign(eye, look());
        eye.drift = Math.max(eye.drift, Math.min(before, Math.abs(eye.offset - first.offset)));
        requestAnimationFrame(watch);
      };
      requestAnimationFrame(watch);
    },
    [where, STILL_FRAMES] as const,
  );
  return () => panel.evaluate(() => Reflect.get(window, 'eye'));
}
