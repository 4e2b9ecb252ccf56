import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { holdScrollAnchor } from './hold-scroll-anchor';
import { type HeightGuess, RowOffsets } from './row-offsets';

/** This many rows beyond those in sight are in the page, so that scrolling finds them already drawn. */
const overscan = 4;

/** From the first row in sight to the last. */
interface Sight {
  first: number;
  last: number;
}

export interface VirtualRows {
  offsets: RowOffsets;
  sight: Sight;
  /** Indexes of the rows that have to be in the page. */
  drawn: readonly number[];
  /** How much is left below what is in sight, in screens. */
  screensLeft: number;
  /** Ref for each row's element, which has its index in `data-index`. */
  measured(element: HTMLElement | null): (() => void) | undefined;
  /** Scrolls to a row, and stays there while the heights of the rows around it turn out to be different. */
  scrollTo(index: number, align: 'start' | 'center' | 'end'): void;
}

interface VirtualRowsOptions {
  scroller: RefObject<HTMLElement | null>;
  /** The rows that are on screen already, or appear with this very rendering. */
  rows: readonly { key: string }[];
  guess: HeightGuess;
}

/**
 * Which of the rows are in sight of a scrolling element, and where each is placed. Written by us: a library
 * for it took a twentieth of the panel's start, and made an object for each row whenever one of them turned
 * out to have another height, which is slow with fifty thousand rows.
 */
export function useVirtualRows({ scroller, rows, guess }: VirtualRowsOptions): VirtualRows {
  const [offsets] = useState(() => new RowOffsets());
  offsets.setRows(rows, guess);
  // Initially as many are drawn as the window has room for, those beyond included: the list is a little lower.
  const [sight, setSight] = useState<Sight>(() => ({
    first: 0,
    last: Math.max(0, offsets.indexAt(window.innerHeight) - overscan),
  }));
  const [, setHeights] = useState(0);

  const look = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const first = offsets.indexAt(element.scrollTop);
    const last = offsets.indexAt(element.scrollTop + element.clientHeight);
    setSight((before) =>
      before.first === first && before.last === last ? before : { first, last },
    );
  }, [scroller, offsets]);

  const observer = useMemo(() => {
    const take = (entries: readonly ResizeObserverEntry[]) => {
      const element = scroller.current;
      if (element === null) return;
      const { isOther, above } = takeHeights(entries, offsets, element.scrollTop);
      if (!isOther) return;
      // Before the frame is painted, so that nobody sees the rows at their guessed positions.
      const wanted = element.scrollTop + above;
      if (above !== 0) element.scrollTop = wanted;
      const reached = element.scrollTop;
      flushSync(() => {
        setHeights((count) => count + 1);
        look();
      });
      // Before that, the list was too short to scroll so far.
      if (reached < wanted && element.scrollTop === reached) element.scrollTop = wanted;
      flushSync(look);
    };
    return new ResizeObserver(take);
  }, [scroller, offsets, look]);
  const measured = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return undefined;
      observer.observe(element);
      return () => observer.unobserve(element);
    },
    [observer],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows may be in sight now
  useLayoutEffect(look, [look, rows]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const onScroll = () => flushSync(look);
    element.addEventListener('scroll', onScroll, { passive: true });
    let width = element.clientWidth;
    const resized = new ResizeObserver(() => {
      if (element.clientWidth !== width) setHeights((count) => count + 1);
      width = element.clientWidth;
      look();
    });
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', onScroll);
      resized.disconnect();
    };
  }, [scroller, look]);

  const scrollTo = useCallback<VirtualRows['scrollTo']>(
    (index, align) => {
      const element = scroller.current;
      if (element === null) return;
      const share = { start: 0, center: 0.5, end: 1 }[align];
      const wanted = () => {
        const room = element.clientHeight - offsets.heightOf(index);
        const most = offsets.total - element.clientHeight;
        return Math.max(0, Math.min(offsets.startOf(index) - room * share, most));
      };
      holdScrollAnchor(element, wanted, () => undefined).begin();
    },
    [scroller, offsets],
  );

  const from = Math.max(0, sight.first - overscan);
  const until = Math.min(offsets.count, sight.last + 1 + overscan);
  const height = scroller.current?.clientHeight ?? 0;
  const below = offsets.total - (scroller.current?.scrollTop ?? 0) - height;
  return {
    offsets,
    sight,
    drawn: Array.from({ length: Math.max(0, until - from) }, (_none, at) => from + at),
    screensLeft: height === 0 ? 0 : below / height,
    measured,
    scrollTo,
  };
}

/** `above`: how much higher (px) the rows that begin above the visible part are than was assumed. */
function takeHeights(
  entries: readonly ResizeObserverEntry[],
  offsets: RowOffsets,
  scrollTop: number,
): { isOther: boolean; above: number } {
  let [isOther, above] = [false, 0];
  for (const { target, borderBoxSize } of entries) {
    if (!(target instanceof HTMLElement) || !target.isConnected) continue;
    const index = Number(target.getAttribute('data-index'));
    const isAbove = offsets.startOf(index) < scrollTop;
    const more = offsets.measure(index, Math.round(borderBoxSize[0]?.blockSize ?? 0));
    isOther ||= more !== 0;
    if (isAbove) above += more;
  }
  return { isOther, above };
}
