// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, type MockInstance, vi } from 'vitest';
import { CompactFrame } from '../../../../../components/panel/history/CompactFrame';
import { useCompactView } from '../../../../../components/panel/history/compact-view';
import { holdScrollAnchor } from '../../../../../components/panel/history/hold-scroll-anchor';
import { setCompact, useGivingWay } from '../../../../../components/panel/history/use-giving-way';

let clock: MockInstance<() => number>;

beforeEach(() => {
  // On a busy machine a turn of the wheel and the movement after it are long apart.
  clock = vi.spyOn(performance, 'now').mockReturnValue(10_000);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function Watch() {
  useGivingWay();
  return null;
}

/** A timeline below something of this height (px), which gives way and holds a button. */
function show(height: number) {
  const { container } = render(
    <CompactFrame>
      <div className="gives-way">
        <button type="button">Chatwoot</button>
      </div>
      <section />
      <Watch />
    </CompactFrame>,
  );
  const part = (query: string) => {
    const found = container.querySelector<HTMLElement>(query);
    if (found === null) throw new Error(query);
    return found;
  };
  const [above, list] = [part('.gives-way'), part('section')];
  const isAway = () => container.querySelector('[data-compact]') !== null;
  Object.defineProperty(above, 'offsetHeight', { get: () => (isAway() ? 0 : height) });
  Object.defineProperty(list, 'clientHeight', { value: 300 });
  list.getBoundingClientRect = () => new DOMRect(0, isAway() ? 100 : 100 + height, 360, 300);
  act(() => void useCompactView.getState().give(list));
  /** A hand scrolls to this position, and rests. */
  const scroll = (to: number) => {
    fireEvent.wheel(list, { deltaY: to - list.scrollTop });
    move(to);
  };
  /** The list goes there, and rests; nobody touches it. */
  const move = (to: number) => {
    list.scrollTop = to;
    fireEvent.scroll(list);
    fireEvent(list, new Event('scrollend'));
  };
  /** Where on the screen the item stands that is this far (px) down in the list. */
  const placeOf = (item: number) => list.getBoundingClientRect().top + item - list.scrollTop;
  return { list, isAway, scroll, move, placeOf, button: part('button') };
}

it('gives way where somebody scrolls into the messages, and comes back at the top', () => {
  const { isAway, scroll } = show(200);
  scroll(120);
  expect(isAway()).toBe(false);
  scroll(300);
  expect(isAway()).toBe(true);
  scroll(700);
  scroll(400);
  expect(isAway()).toBe(true);
  scroll(0);
  expect(isAway()).toBe(false);
});

it('does nothing where the list moves by itself, or a hand goes up', () => {
  const { isAway, scroll, move } = show(200);
  move(900);
  expect(isAway()).toBe(false);
  scroll(800);
  expect(isAway()).toBe(false);
});

it('what is read keeps its place on the screen, however high what gives way is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 0, max: 5_000 }),
      (height, to) => {
        const { isAway, scroll, placeOf, list } = show(height);
        scroll(to);
        const before = 100 + height + 4_000 - to;
        expect(placeOf(4_000)).toBe(before);
        if (isAway()) {
          // Coming back is no reason to go again.
          act(() => setCompact(false));
          expect(placeOf(4_000)).toBe(before);
          fireEvent.scroll(list);
          fireEvent(list, new Event('scrollend'));
          expect(isAway()).toBe(false);
        }
        cleanup();
      },
    ),
    { numRuns: 60 },
  );
});

it('stays when its key was pressed in the list that somebody scrolled just now', () => {
  const { list, isAway, scroll } = show(200);
  scroll(600);
  expect(isAway()).toBe(true);
  fireEvent.keyDown(list, { key: 'i' });
  act(() => setCompact(false));
  fireEvent.scroll(list);
  fireEvent(list, new Event('scrollend'));
  expect(isAway()).toBe(false);
});

it.each([
  ['turned the wheel at the end', (list: HTMLElement) => fireEvent.wheel(list, { deltaY: 40 })],
  ['pressed a key', (list: HTMLElement) => fireEvent.keyDown(list, { key: 'x' })],
  [
    'let go of the scroll bar',
    (list: HTMLElement) => {
      fireEvent.pointerDown(list, { buttons: 1 });
      fireEvent.pointerUp(window, { buttons: 0 });
    },
  ],
])('a message that arrives moves the list by itself, though somebody %s before', (_, touch) => {
  const { list, isAway, move } = show(200);
  touch(list);
  clock.mockReturnValue(11_000);
  move(900);
  expect(isAway()).toBe(false);
});

it('a press within the list is no scrolling, but the scroll bar may be held for long', () => {
  const { list, isAway, move } = show(200);
  const row = list.appendChild(document.createElement('button'));
  fireEvent.pointerDown(row, { buttons: 1 });
  move(600);
  expect(isAway()).toBe(false);
  fireEvent.pointerDown(list, { buttons: 1 });
  fireEvent.pointerMove(window, { buttons: 1 });
  clock.mockReturnValue(20_000);
  move(900);
  expect(isAway()).toBe(true);
});

it('a position that was held for older items is let go, and not put back', () => {
  const { list, scroll, isAway } = show(200);
  scroll(400);
  act(() => setCompact(false));
  const hold = holdScrollAnchor(
    list,
    () => 400,
    () => undefined,
  );
  hold.begin();
  act(() => setCompact(true));
  const there = list.scrollTop;
  hold.keep();
  expect(isAway()).toBe(true);
  expect(list.scrollTop).toBe(there);
});

it('comes back with the focus inside, and with a turn of the wheel where nothing scrolls', () => {
  const { list, isAway, button } = show(200);
  act(() => setCompact(true));
  expect(isAway()).toBe(true);
  act(() => button.focus());
  expect(isAway()).toBe(false);
  act(() => setCompact(true));
  fireEvent.wheel(list, { deltaY: 40 });
  expect(isAway()).toBe(true);
  fireEvent.wheel(list, { deltaY: -40 });
  expect(isAway()).toBe(false);
});

it('each list begins with everything shown', () => {
  const { list, isAway } = show(200);
  act(() => setCompact(true));
  const takeBack = useCompactView.getState().give(list);
  act(() => takeBack());
  expect(isAway()).toBe(false);
});
