import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { useCompactView } from './compact-view';
import { handEvents } from './hold-scroll-anchor';
import { useScrollAnchorStore } from './scroll-anchor-store';

/** Closer to the top than this (px) is at the newest. */
const topZone = 8;

/** So much further (px) than what gives way is high: what is read can stay where it is then. */
const margin = 48;

/** A list that moves within this time (ms) after a hand did something is moved by it. */
const handTime = 500;

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
    /** When a hand last did something; while it holds the scroll bar, that is always now. */
    let handAt = Number.NEGATIVE_INFINITY;
    /** The movement that goes on began by hand. */
    let isByHand = false;
    let restedAt = scroller.scrollTop;
    const isCompact = () => useCompactView.getState().isCompact;
    const byHand = (event: Event) => {
      if (event.type !== 'pointerdown') handAt = performance.now();
      // What is pressed within the list is no way to scroll it.
      else if (event.target === scroller) handAt = Number.POSITIVE_INFINITY;
      const isUp = event instanceof WheelEvent && event.deltaY < 0;
      // A list that is all in sight does not scroll.
      if (isUp && isCompact() && scroller.scrollTop === 0) setCompact(false);
    };
    const letGo = ({ buttons }: PointerEvent) => {
      if (buttons === 0 && handAt === Number.POSITIVE_INFINITY) handAt = performance.now();
    };
    const move = () => {
      if (performance.now() - handAt < handTime) isByHand = true;
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
    scroller.addEventListener('scroll', move, options);
    scroller.addEventListener('scrollend', rest, options);
    window.addEventListener('pointermove', letGo, options);
    window.addEventListener('pointerup', letGo, options);
    document.addEventListener('focusin', focus, options);
    // The list moves with the edge then: whatever a hand did before has been answered.
    const unwatch = useCompactView.subscribe((now, before) => {
      if (now.isCompact === before.isCompact) return;
      handAt = Number.NEGATIVE_INFINITY;
      isByHand = false;
    });
    return () => {
      ending.abort();
      unwatch();
    };
  }, [scroller]);
}

/** How high (px) everything is that can give way. */
function heightAbove(): number {
  const parts = document.querySelectorAll<HTMLElement>('.gives-way');
  return [...parts].reduce((sum, { offsetHeight }) => sum + offsetHeight, 0);
}
