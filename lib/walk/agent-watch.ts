import type { WalkInterruption } from '../model/walk';
import { editableSelector } from '../platforms/shared/page/editable';

/** What ends a walk from outside, and whether somebody is handling the list itself now. */
export interface Takeover {
  reason: WalkInterruption;
  holdsList: boolean;
}

const scrollKeys = /^(Arrow(Up|Down)|Page(Up|Down)|Home|End| )$/;

/**
 * Calls `stop` as soon as somebody does anything on the page, hides it or leaves it. Moving the mouse
 * does not count. Ends with the signal.
 */
export function watchAgent(
  document: Document,
  area: Element,
  stop: (takeover: Takeover) => void,
  signal: AbortSignal,
): void {
  const window = document.defaultView;
  if (window === null) return;
  const options = { signal, capture: true, passive: true };
  const onHand = ({ target }: Event): void => {
    const holdsList = target instanceof Node && area.contains(target);
    stop({ reason: 'agent', holdsList });
  };
  for (const name of ['wheel', 'pointerdown', 'touchstart']) {
    window.addEventListener(name, onHand, options);
  }
  window.addEventListener(
    'keydown',
    ({ key, target }) => {
      const isWriting = target instanceof Element && target.closest(editableSelector) !== null;
      stop({ reason: 'agent', holdsList: !isWriting && scrollKeys.test(key) });
    },
    options,
  );
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') stop({ reason: 'hidden', holdsList: false });
    },
    options,
  );
  window.addEventListener(
    'pagehide',
    () => stop({ reason: 'page-gone', holdsList: true }),
    options,
  );
}
