// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { collectEarlyKeys, takeEarlyKeys } from '../../../../components/panel/early-keys';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  document.body.innerHTML = '<input />';
});

afterEach(() => {
  takeEarlyKeys(document);
  vi.runOnlyPendingTimers();
  vi.useRealTimers();
});

function press(key: string, target: Element = document.body): boolean {
  return target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );
}

it('hands on what is typed before a field is there, once, and keeps it from the panel’s own keys', () => {
  collectEarlyKeys(document);
  expect(press('n')).toBe(false);
  for (const key of ['x', 'Backspace', 'ä', 'Shift', 'Enter']) press(key);
  expect(takeEarlyKeys(document)).toBe('nä');
  expect(takeEarlyKeys(document)).toBe('');
  expect(press('n')).toBe(true);
});

it('lets the key of the search pass, and what goes into a field', () => {
  collectEarlyKeys(document);
  expect(press('/')).toBe(true);
  const field = document.querySelector('input');
  field?.focus();
  expect(press('a', field ?? document.body)).toBe(true);
  expect(takeEarlyKeys(document)).toBe('');
});

it('ends by itself, and forgets what was typed long ago', () => {
  collectEarlyKeys(document);
  press('a');
  vi.advanceTimersByTime(1_500);
  expect(press('b')).toBe(true);
  expect(takeEarlyKeys(document)).toBe('a');

  collectEarlyKeys(document);
  press('a');
  vi.advanceTimersByTime(10_000);
  expect(takeEarlyKeys(document)).toBe('');
});
