// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepEnterAfterShortcut } from '../../../lib/page/unseen-shortcut';
import { byPerson, clickByPerson } from './by-person';

let stop = new AbortController();
let answer: () => void;
const hearWorker = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  hearWorker.mockReset().mockImplementation(
    () =>
      new Promise<void>((resolve) => {
        answer = resolve;
      }),
  );
  document.body.innerHTML = '<textarea></textarea>';
  keepEnterAfterShortcut(window, hearWorker, stop.signal);
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

/** Whether the page gets this. */
function send(type: 'keydown' | 'keyup', key: string, given: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent(type, { key, bubbles: true, cancelable: true, ...given });
  return document.querySelector('textarea')?.dispatchEvent(byPerson(event)) === true;
}

const down = () => {
  send('keydown', 'Control', { ctrlKey: true });
  send('keydown', 'Shift', { ctrlKey: true, shiftKey: true });
};

/** What Chromium shows a page of a shortcut that it takes for itself, on one system or another. */
const taken: Readonly<Record<string, () => void>> = {
  'its modifiers go up': () => {
    down();
    send('keyup', 'Shift', { ctrlKey: true });
    send('keyup', 'Control');
    send('keyup', 'y');
  },
  'its key goes up first': () => {
    down();
    send('keyup', 'Y', { ctrlKey: true, shiftKey: true });
    send('keyup', 'Control', { shiftKey: true });
    send('keyup', 'Shift');
  },
  'nothing goes up': down,
};

it.each(Object.entries(taken))(
  'keeps Enter until the worker was heard of: %s',
  async (_how, take) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('a', ' ', 'Backspace', 'Tab')), async (typed) => {
        take();
        for (const key of typed) {
          expect(send('keydown', key)).toBe(true);
          send('keyup', key);
        }
        expect(send('keydown', 'Enter')).toBe(false);
        expect(send('keyup', 'Enter')).toBe(false);
        answer();
        await vi.advanceTimersByTimeAsync(200);
        expect(send('keydown', 'Enter')).toBe(true);
        send('keyup', 'Enter');
      }),
    );
  },
);

it('does not wait for a worker that never answers', async () => {
  taken['nothing goes up']?.();
  expect(send('keydown', 'Enter')).toBe(false);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(send('keydown', 'Enter')).toBe(true);
});

it.each([
  ['Ctrl+V', 'Control', { ctrlKey: true }, 'v'],
  ['Alt+N', 'Alt', { altKey: true }, 'n'],
  ['Cmd+V', 'Meta', { metaKey: true }, 'v'],
  ['Shift+A', 'Shift', { shiftKey: true }, 'A'],
])('asks nobody after keys that the page saw: %s', (_name, modifier, flags, key) => {
  send('keydown', modifier, flags);
  send('keydown', key, flags);
  send('keyup', key, flags);
  send('keyup', modifier);
  expect(send('keydown', 'Enter')).toBe(true);
  expect(hearWorker).not.toHaveBeenCalled();
});

it('keeps Enter with Ctrl, which also sends, and no other shortcut', () => {
  send('keydown', 'Control', { ctrlKey: true });
  expect(send('keydown', 'Enter', { ctrlKey: true })).toBe(true);
  send('keyup', 'Control');
  down();
  send('keydown', 'Control', { ctrlKey: true });
  expect(send('keydown', 'Enter', { ctrlKey: true })).toBe(false);
  expect(send('keydown', 'b', { ctrlKey: true })).toBe(true);
});

it('Shift alone is no shortcut, and a key that is held down no second one', () => {
  send('keydown', 'Shift', { shiftKey: true });
  send('keyup', 'Shift');
  send('keydown', 'Control', { ctrlKey: true });
  send('keydown', 'Control', { ctrlKey: true, repeat: true });
  expect(send('keydown', 'Enter', { ctrlKey: true })).toBe(true);
  expect(hearWorker).not.toHaveBeenCalled();
});

it.each([
  ['a click into the page', () => clickByPerson(document.body)],
  ['another window', () => window.dispatchEvent(new Event('blur'))],
])('is over after %s', (_name, act) => {
  down();
  act();
  expect(send('keydown', 'Enter')).toBe(true);
  down();
  send('keydown', 'a');
  act();
  expect(send('keydown', 'Enter')).toBe(true);
});
