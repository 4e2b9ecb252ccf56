import { useScrollAnchorStore } from './scroll-anchor-store';

/** For this many frames after the rows changed, measuring the rows in sight must not scroll the list. */
const settlingFrames = 8;

/** Events by which a user scrolls. */
export const handEvents = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** A scroll position that is maintained. */
export interface ScrollHold {
  begin(): void;
  /** Corrects the scroll position, unless the user went elsewhere: then the hold ends. */
  keep(): void;
  /** Cancels the hold, without `onEnd`. */
  stop(): void;
}

/**
 * Keeps the scroll position at `wanted` (px) for a few frames, or until somebody scrolls or jumps, and
 * then calls `onEnd`.
 */
export function holdScrollAnchor(
  element: HTMLElement,
  wanted: () => number,
  onEnd: () => void,
): ScrollHold {
  const { jump } = useScrollAnchorStore.getState();
  let framesLeft = settlingFrames;
  let held = Number.NaN;
  let frame = 0;
  const stop = () => {
    cancelAnimationFrame(frame);
    for (const type of handEvents) element.removeEventListener(type, end);
  };
  const end = () => {
    stop();
    onEnd();
  };
  const isOver = () =>
    Math.abs(element.scrollTop - held) > element.clientHeight ||
    useScrollAnchorStore.getState().jump !== jump;
  const keep = () => {
    if (isOver()) return end();
    if (Math.abs(element.scrollTop - wanted()) >= 1) element.scrollTop = wanted();
    held = element.scrollTop;
  };
  const hold = () => {
    if (framesLeft === 0) return end();
    framesLeft -= 1;
    frame = requestAnimationFrame(hold);
    keep();
  };
  const begin = () => {
    for (const type of handEvents) element.addEventListener(type, end, { passive: true });
    hold();
  };
  return { begin, keep, stop };
}
