// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { holdScrollAnchor } from '../../../../../components/panel/history/hold-scroll-anchor';
import { useScrollAnchorStore } from '../../../../../components/panel/history/scroll-anchor-store';

const element = document.createElement('div');
const onEnd = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame'] });
  Object.defineProperty(element, 'clientHeight', { value: 500 });
  element.scrollTop = 100;
  onEnd.mockReset();
});

afterEach(() => {
  vi.useRealTimers();
});

it('keeps the place with each rendering, for a few frames', () => {
  let wanted = 140;
  const hold = holdScrollAnchor(element, () => wanted, onEnd);
  hold.begin();
  expect(element.scrollTop).toBe(140);
  wanted = 180;
  hold.keep();
  expect(element.scrollTop).toBe(180);
  for (let frame = 0; frame < 10; frame += 1) vi.advanceTimersToNextFrame();
  expect(onEnd).toHaveBeenCalledOnce();
});

it.each([
  ['a jump', () => useScrollAnchorStore.getState().jumpTo('row'), 300],
  ['a far scroll', () => undefined, 900],
])('gives way to %s with the very next rendering', (_what, leave, there) => {
  const hold = holdScrollAnchor(element, () => 140, onEnd);
  hold.begin();
  leave();
  element.scrollTop = there;
  hold.keep();
  expect(element.scrollTop).toBe(there);
  expect(onEnd).toHaveBeenCalledOnce();
});

it('ends when a hand scrolls', () => {
  holdScrollAnchor(element, () => 140, onEnd).begin();
  element.dispatchEvent(new Event('wheel'));
  element.scrollTop = 300;
  for (let frame = 0; frame < 10; frame += 1) vi.advanceTimersToNextFrame();
  expect(element.scrollTop).toBe(300);
  expect(onEnd).toHaveBeenCalledOnce();
});
