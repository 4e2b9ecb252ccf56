// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { holdKeys } from '../../../lib/page/hold-keys';

const reached: string[] = [];
const note = ({ type, key }: KeyboardEvent): void => void reached.push(`${type} ${key}`);
const stop = new AbortController();

beforeEach(() => {
  reached.length = 0;
  vi.useFakeTimers();
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  document.body.innerHTML = '<textarea></textarea>';
  for (const type of ['keydown', 'keyup'] as const) document.body.addEventListener(type, note);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const type of ['keydown', 'keyup'] as const) document.body.removeEventListener(type, note);
});

function press(key: string, given: KeyboardEventInit = {}): boolean {
  const field = document.querySelector('textarea');
  const options = { key, bubbles: true, cancelable: true, ...given };
  const isFree = field?.dispatchEvent(new KeyboardEvent('keydown', options)) === true;
  field?.dispatchEvent(new KeyboardEvent('keyup', options));
  return isFree;
}

it('keeps from the page what is typed until the page has lost the keyboard, and hands it on', async () => {
  const typed = holdKeys(document, stop.signal);
  for (const key of ['h', 'x', 'Backspace', 'e', 'ä', 'Tab', 'Enter']) press(key);
  expect(press('a', { ctrlKey: true })).toBe(false);
  expect(press('Enter')).toBe(false);
  expect(reached).toEqual([]);
  press('Shift');
  expect(reached).toEqual(['keydown Shift', 'keyup Shift']);
  window.dispatchEvent(new Event('blur'));
  expect(await typed).toBe('heä');
  expect(press('b')).toBe(true);
  expect(reached.at(-1)).toBe('keyup b');
});

it('lets go after a while, though no panel came up', async () => {
  const typed = holdKeys(document, stop.signal);
  press('h');
  await vi.advanceTimersByTimeAsync(1_500);
  expect(await typed).toBe('h');
  expect(press('i')).toBe(true);
});

it('holds where the keyboard comes back to the page while the panel is shut, until a click', async () => {
  vi.mocked(document.hasFocus).mockReturnValue(false);
  const typed = holdKeys(document, stop.signal);
  expect(press('Enter')).toBe(false);
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(await typed).toBe('');
  expect(press('h')).toBe(true);
});
