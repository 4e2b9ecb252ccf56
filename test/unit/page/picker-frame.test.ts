// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PickerFrame } from '../../../lib/page/picker-frame';
import { byPerson, clickByPerson, pressByPerson } from './by-person';
import { stubNoticeWords } from './notice-words';

const reached: string[] = [];
const note = ({ type, key }: KeyboardEvent): void => void reached.push(`${type} ${key}`);
const keys = { key: 'Y', code: 'KeyY', keyCode: 89, altKey: true, shiftKey: true };

let stop = new AbortController();
let giveTicket: (ticket: string) => void;
let picker: PickerFrame;
let shortcut = 'Alt+Shift+Y';

const host = () => document.querySelector('deskside-picker');
const notice = () => document.querySelector('[role="alert"]');

beforeEach(async () => {
  reached.length = 0;
  shortcut = 'Alt+Shift+Y';
  vi.useFakeTimers();
  stubNoticeWords();
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  document.body.innerHTML = '<textarea></textarea>';
  document.body.addEventListener('keydown', note);
  document.querySelector('textarea')?.focus();
  stop = new AbortController();
  const ticket = new Promise<string>((resolve) => {
    giveTicket = resolve;
  });
  const ports = {
    shortcut: async () => shortcut,
    ticket: () => ticket,
    address: 'moz-extension://abc/picker.html',
  };
  picker = new PickerFrame(document, ports, stop.signal);
  await vi.advanceTimersByTimeAsync(0);
});

afterEach(() => {
  stop.abort();
  document.body.removeEventListener('keydown', note);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it.each(['Y', 'Н', 'Υ'])(
  'keeps all keys from the page once the shortcut, typed as %s, is pressed',
  (key) => {
    expect(pressByPerson(key, { ...keys, key })).toBe(true);
    for (const other of ['a', 'Enter', 'Tab']) expect(pressByPerson(other)).toBe(false);
    expect(reached).toEqual([]);
  },
);

it('goes on for as long as nothing comes, says so, and ends by Escape', async () => {
  pressByPerson(keys.key, keys);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(pressByPerson('Enter')).toBe(false);
  expect(notice()).not.toBeNull();
  pressByPerson('Escape');
  expect(notice()).toBeNull();
  expect(pressByPerson('Enter')).toBe(true);
  expect(document.activeElement?.localName).toBe('textarea');
});

it('a late ticket shows nothing where the person went back meanwhile', async () => {
  pressByPerson(keys.key, keys);
  pressByPerson('Escape');
  giveTicket('t');
  await vi.advanceTimersByTimeAsync(0);
  expect(host()).toBeNull();
});

it('shows the frame where the page cannot reach it, and goes with a click beside it', async () => {
  pressByPerson(keys.key, keys);
  giveTicket('t');
  await vi.advanceTimersByTimeAsync(0);
  const shown = host();
  expect(shown?.shadowRoot).toBeNull();
  if (shown !== null) clickByPerson(shown);
  expect(host()).not.toBeNull();
  expect(pressByPerson('Enter')).toBe(false);
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(host()).not.toBeNull();
  clickByPerson(document.body);
  expect(host()).toBeNull();
  expect(pressByPerson('Enter')).toBe(true);
});

it('keeps the keys while a text is being written into the page, and afterwards', async () => {
  pressByPerson(keys.key, keys);
  giveTicket('t');
  await vi.advanceTimersByTimeAsync(0);
  const during = await picker.whileWriting(async () => {
    document.querySelector('textarea')?.focus();
    return pressByPerson('Enter');
  });
  expect(during).toBe(false);
  expect(pressByPerson('Enter')).toBe(false);
});

it('takes the keyboard back only once the last of several texts is in the page', async () => {
  const created = vi.spyOn(document, 'createElement');
  pressByPerson(keys.key, keys);
  giveTicket('t');
  await vi.advanceTimersByTimeAsync(0);
  const frame = created.mock.results.find(({ value }) => value.localName === 'iframe')?.value;
  frame.dispatchEvent(new Event('load'));
  const focus = vi.spyOn(frame, 'focus');
  let end = (): void => undefined;
  const second = picker.whileWriting(
    () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  );
  await picker.whileWriting(async () => undefined);
  pressByPerson('a');
  expect(focus).not.toHaveBeenCalled();
  end();
  await second;
  expect(focus).toHaveBeenCalledOnce();
});

it.each([
  ['a script of the page', () => new KeyboardEvent('keydown', { ...keys, bubbles: true })],
  [
    'other keys',
    () => byPerson(new KeyboardEvent('keydown', { ...keys, key: 'X', keyCode: 88, bubbles: true })),
  ],
])('does not come up for %s', (_name, event) => {
  document.querySelector('textarea')?.dispatchEvent(event());
  expect(pressByPerson('Enter')).toBe(true);
});

it('does not come up at the worker’s word where the keyboard is elsewhere', () => {
  vi.mocked(document.hasFocus).mockReturnValue(false);
  picker.open();
  expect(pressByPerson('Enter')).toBe(true);
});

it('keeps the keys also before the worker has said which they are, and lets all be where there are none', async () => {
  stop.abort();
  stop = new AbortController();
  let tell = (_shortcut: string | undefined): void => undefined;
  const told = new Promise<string | undefined>((resolve) => {
    tell = resolve;
  });
  const ticket = async () => undefined;
  const ports = { shortcut: () => told, ticket, address: 'moz-extension://abc/picker.html' };
  picker = new PickerFrame(document, ports, stop.signal);
  pressByPerson(keys.key, keys);
  expect(pressByPerson('a')).toBe(false);
  pressByPerson('Escape');
  tell('');
  await vi.advanceTimersByTimeAsync(0);
  pressByPerson(keys.key, keys);
  expect(pressByPerson('a')).toBe(true);
});

it('knows other keys for it once the person comes back from where they are changed', async () => {
  shortcut = 'Alt+R';
  window.dispatchEvent(new Event('focus'));
  await vi.advanceTimersByTimeAsync(0);
  pressByPerson(keys.key, keys);
  expect(pressByPerson('a')).toBe(true);
  pressByPerson('r', { code: 'KeyR', keyCode: 82, altKey: true });
  expect(pressByPerson('a')).toBe(false);
});
