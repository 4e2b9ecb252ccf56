import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { useCompactView } from './compact-view';
import { useScrollAnchorStore } from './scroll-anchor-store';

/** Closer to the top than this (px) is at the newest. */
const topZone = 8;

/** So much further (px) than what gives way is high: what is read can stay where it is then. */
const margin = 48;

/** What a hand does to scroll. */
const handEvents = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Has what stands above the timeline give way, or come back, in one frame. What is being read keeps its
 * place on the screen; at the very top the newest makes room.
 */
export function setCompact(isCompact: boolean): void {
  const { scroller } = useCompactView.getState();
  if (scroller === null) return;
  const edge = () => scroller.getBoundingClientRect().top;
  const [before, scrollTop] = [edge(), scroller.scrollTop];
  flushSync(() => useCompactView.setState({ isCompact }));
  if (scrollTop <= topZone) return;
  scroller.scrollTop = scrollTop + edge() - before;
  useScrollAnchorStore.getState().letGo();
}

/**
 * What stands above the timeline gives way once a hand has scrolled down past its height and rests; back
 * at the top, and with the focus inside, it returns. What moves by itself changes nothing.
 */
export function useGivingWay(): void {
  const scroller = useCompactView((view) => view.scroller);
  useEffect(() => {
    if (scroller === null) return;
    const ending = new AbortController();
    const options = { passive: true, signal: ending.signal };
    let isByHand = false;
    let restedAt = scroller.scrollTop;
    const isCompact = () => useCompactView.getState().isCompact;
    const byHand = (event: Event) => {
      isByHand = true;
      const isUp = event instanceof WheelEvent && event.deltaY < 0;
      // A list that is all in sight does not scroll.
      if (isUp && isCompact() && scroller.scrollTop === 0) setCompact(false);
    };
    const rest = () => {
      const { scrollTop } = scroller;
      const isDown = isByHand && scrollTop > restedAt;
      if (isCompact()) {
        if (scrollTop <= topZone) setCompact(false);
      } else if (isDown && scrollTop > heightAbove() + margin) setCompact(true);
      isByHand = false;
      restedAt = scroller.scrollTop;
    };
    const focus = ({ target }: Event) => {
      const isAbove = target instanceof Element && target.closest('.gives-way') !== null;
      if (isAbove && isCompact()) setCompact(false);
    };
    for (const type of handEvents) scroller.addEventListener(type, byHand, options);
    scroller.addEventListener('scrollend', rest, options);
    document.addEventListener('focusin', focus, options);
    return () => ending.abort();
  }, [scroller]);
}

/** How high (px) everything is that can give way. */
function heightAbove(): number {
  const parts = document.querySelectorAll<HTMLElement>('.gives-way');
  return [...parts].reduce((sum, { offsetHeight }) => sum + offsetHeight, 0);
}
