// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { holdKeys, isHoldingKeys } from '../../../lib/page/hold-keys';
import { byPerson, clickByPerson, pressByPerson } from './by-person';
import { stubNoticeWords } from './notice-words';

const reached: string[] = [];
const note = ({ type, key }: KeyboardEvent): void => void reached.push(`${type} ${key}`);
const stop = new AbortController();
const notice = () => document.querySelector('[role="alert"]');

beforeEach(() => {
  reached.length = 0;
  vi.useFakeTimers();
  stubNoticeWords();
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  document.body.innerHTML = '<textarea></textarea>';
  for (const type of ['keydown', 'keyup'] as const) document.body.addEventListener(type, note);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const type of ['keydown', 'keyup'] as const) document.body.removeEventListener(type, note);
});

function loseKeyboard(): void {
  vi.mocked(document.hasFocus).mockReturnValue(false);
  window.dispatchEvent(new Event('blur'));
}

it('keeps from the page what is typed until the page has lost the keyboard, and hands it on', async () => {
  const typed = holdKeys(document, stop.signal);
  for (const key of ['h', 'x', 'Backspace', 'e', 'ä', 'Tab', 'Enter']) pressByPerson(key);
  expect(pressByPerson('a', { ctrlKey: true })).toBe(false);
  expect(pressByPerson('Enter')).toBe(false);
  expect(reached).toEqual([]);
  pressByPerson('Shift');
  expect(reached).toEqual(['keydown Shift', 'keyup Shift']);
  loseKeyboard();
  expect(await typed).toBe('heä');
  expect(pressByPerson('b')).toBe(true);
  expect(reached.at(-1)).toBe('keyup b');
});

it('never lets go by itself: where no panel comes, a notice says how to go back', async () => {
  const typed = holdKeys(document, stop.signal);
  pressByPerson('h');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(pressByPerson('Enter')).toBe(false);
  expect(reached).toEqual([]);
  expect(notice()).not.toBeNull();
  expect(pressByPerson('Escape')).toBe(false);
  expect(await typed).toBe('h');
  expect(notice()).toBeNull();
  expect(pressByPerson('i')).toBe(true);
});

it('goes on while a frame of the page has the focus: the keyboard is in the page still', async () => {
  const typed = holdKeys(document, stop.signal);
  window.dispatchEvent(new Event('blur'));
  expect(pressByPerson('Enter')).toBe(false);
  loseKeyboard();
  expect(await typed).toBe('');
});

it('holds where the keyboard comes back to the page while the panel is shut, until a click', async () => {
  vi.mocked(document.hasFocus).mockReturnValue(false);
  const typed = holdKeys(document, stop.signal);
  expect(pressByPerson('Enter')).toBe(false);
  // A script of the page clicks for nobody.
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(pressByPerson('Enter')).toBe(false);
  clickByPerson(document.body);
  expect(await typed).toBe('');
  expect(pressByPerson('h')).toBe(true);
});

it('ends without a notice where the panel had the keyboard all the time', async () => {
  vi.mocked(document.hasFocus).mockReturnValue(false);
  const typed = holdKeys(document, stop.signal);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(await typed).toBe('');
  expect(notice()).toBeNull();
});

it('a second press of the keys takes the place of the first', async () => {
  const first = holdKeys(document, stop.signal);
  pressByPerson('a');
  const second = holdKeys(document, stop.signal);
  expect(await first).toBe('a');
  pressByPerson('b');
  loseKeyboard();
  expect(await second).toBe('b');
});

it('keeps only what a person presses: what is pressed for an editor arrives', () => {
  void holdKeys(document, stop.signal);
  const field = document.querySelector('textarea');
  const key = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true });
  field?.dispatchEvent(key);
  expect(reached).toEqual(['keydown z']);
  field?.dispatchEvent(byPerson(new KeyboardEvent('keydown', { key: 'z', bubbles: true })));
  expect(reached).toEqual(['keydown z']);
  loseKeyboard();
});

it('answers what had been typed before as well, and can be asked whether it goes on', async () => {
  expect(isHoldingKeys()).toBe(false);
  const typed = holdKeys(document, stop.signal, 'he');
  pressByPerson('l');
  expect(isHoldingKeys()).toBe(true);
  loseKeyboard();
  expect(await typed).toBe('hel');
  expect(isHoldingKeys()).toBe(false);
});

it('hands on at once what had been typed before where the panel has the keyboard already', async () => {
  vi.mocked(document.hasFocus).mockReturnValue(false);
  expect(await holdKeys(document, stop.signal, 'he')).toBe('he');
  expect(pressByPerson('Enter')).toBe(false);
  clickByPerson(document.body);
});
