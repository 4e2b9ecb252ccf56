import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { useCompactView } from './compact-view';
import { handEvents } from './hold-scroll-anchor';
import { useScrollAnchorStore } from './scroll-anchor-store';

/** A position closer to the top than this (px) counts as at the newest item. */
const topZone = 8;

/**
 * The list must be scrolled this much further (px) than the height of what is hidden, so that what is being
 * read can stay in place.
 */
const margin = 48;

/** A list that moves within this time (ms) after user input was moved by the user. */
const handTime = 500;

/**
 * Hides or shows what is above the timeline, in one frame. What is being read keeps its place on the screen;
 * at the very top the newest item moves instead.
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
 * Hides what is above the timeline once the user has scrolled down past its height and stopped; shows it
 * again at the top, and when the focus moves into it. Movements that no user caused change nothing.
 */
export function useGivingWay(): void {
  const scroller = useCompactView((view) => view.scroller);
  useEffect(() => {
    if (scroller === null) return;
    const ending = new AbortController();
    const options = { passive: true, signal: ending.signal };
    /** When the user last did something; while the scroll bar is being dragged, that is always now. */
    let handAt = Number.NEGATIVE_INFINITY;
    /** The current movement was begun by the user. */
    let isByHand = false;
    let restedAt = scroller.scrollTop;
    const isCompact = () => useCompactView.getState().isCompact;
    const byHand = (event: Event) => {
      if (event.type !== 'pointerdown') handAt = performance.now();
      // Pressing something within the list does not scroll it.
      else if (event.target === scroller) handAt = Number.POSITIVE_INFINITY;
      const isUp = event instanceof WheelEvent && event.deltaY < 0;
      // A list that is entirely in sight does not fire scroll events.
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
    // Hiding or showing also moves the list, so earlier input must not count as its cause.
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

/** The total height (px) of everything that can be hidden. */
function heightAbove(): number {
  const parts = document.querySelectorAll<HTMLElement>('.gives-way');
  return [...parts].reduce((sum, { offsetHeight }) => sum + offsetHeight, 0);
}
