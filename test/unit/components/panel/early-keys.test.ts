// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  collectEarlyKeys,
  expectEarlyKeys,
  takeEarlyKeys,
} from '../../../../components/panel/early-keys';
import { usePanelView } from '../../../../components/panel/view-store';

let page: Document;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  page = document.implementation.createHTMLDocument();
  page.body.innerHTML = '<input /><button>History</button>';
  collectEarlyKeys(page);
});

afterEach(() => {
  vi.useRealTimers();
});

/** Whether the panel's own keys would still see it. */
function press(key: string, target: Element | null = page.body, repeat = false): boolean {
  const options = { key, code: `Key ${key}`, repeat, bubbles: true, cancelable: true };
  const pressed = new KeyboardEvent('keydown', options);
  return target?.dispatchEvent(pressed) ?? false;
}

it('hands on what is typed before a field is there, once, and keeps it from the panel’s own keys', () => {
  expect(press('n')).toBe(false);
  for (const key of ['x', 'Backspace', 'ä', 'Shift', 'Enter']) press(key);
  expect(takeEarlyKeys(page)).toBe('nä');
  expect(takeEarlyKeys(page)).toBe('');
  expect(press('n')).toBe(true);
});

it('takes no key that is still held down from the command, in a field neither, and each of its own once', () => {
  expect(press('y', page.body, true)).toBe(false);
  expect(press('y', page.querySelector('input'), true)).toBe(false);
  expect(press('y', page.querySelector('input'))).toBe(true);
  expect(press('y', page.querySelector('input'), true)).toBe(true);
  page.dispatchEvent(new KeyboardEvent('keyup', { key: 'y', code: 'Key y' }));
  expect(press('y', page.querySelector('input'), true)).toBe(false);
  expect(press('n')).toBe(false);
  expect(press('n', page.body, true)).toBe(false);
  expect(takeEarlyKeys(page)).toBe('n');
});

it('lets the key of the search pass, and what goes into a field', () => {
  expect(press('/')).toBe(true);
  expect(press('a', page.querySelector('input'))).toBe(true);
  expect(takeEarlyKeys(page)).toBe('');
});

it('collects while a button has the focus, which a space at the beginning still presses', () => {
  const button = page.querySelector('button');
  expect(press(' ', button)).toBe(true);
  for (const key of ['a', ' ', 'b']) expect(press(key, button)).toBe(false);
  expect(takeEarlyKeys(page)).toBe('a b');
});

it('ends by itself while the panel is loading', () => {
  press('a');
  vi.advanceTimersByTime(1_500);
  expect(press('b')).toBe(true);
  expect(takeEarlyKeys(page)).toBe('a');
});

it('forgets what was typed long ago', () => {
  press('a');
  vi.advanceTimersByTime(4_000);
  expect(takeEarlyKeys(page)).toBe('');
});

it('goes on after a request for as long as it may take to find out who is on screen', () => {
  vi.advanceTimersByTime(60_000);
  expectEarlyKeys(page);
  expectEarlyKeys(page);
  press('l');
  vi.advanceTimersByTime(20_000);
  press('o');
  expect(takeEarlyKeys(page)).toBe('lo');
  expectEarlyKeys(page);
  press('g');
  vi.advanceTimersByTime(30_000);
  expect(press('h')).toBe(true);
  expect(takeEarlyKeys(page)).toBe('');
});

it('keeps what was typed while a slow panel was loading, until the search is asked for', () => {
  press('r');
  vi.advanceTimersByTime(2_000);
  expectEarlyKeys(page);
  press('e');
  expect(takeEarlyKeys(page)).toBe('re');
});

it('gives up at Escape, at Tab, and when another part of the panel is chosen', () => {
  for (const key of ['Escape', 'Tab']) {
    expectEarlyKeys(page);
    expect(press('r')).toBe(false);
    expect(press(key)).toBe(true);
    expect(press('n')).toBe(true);
    // A space presses the button that Tab came to.
    expect(press(' ', page.querySelector('button'))).toBe(true);
    expect(takeEarlyKeys(page)).toBe('');
  }

  collectEarlyKeys(document);
  const { findReply, chooseTab } = usePanelView.getState();
  findReply();
  expect(press('n', document.body)).toBe(false);
  chooseTab('history');
  expect(press('n', document.body)).toBe(true);
});
