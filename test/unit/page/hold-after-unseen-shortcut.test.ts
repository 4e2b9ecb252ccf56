// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UnseenShortcut } from '../../../lib/page/hold-after-unseen-shortcut';
import { byPerson, clickByPerson } from './by-person';
import { stubNoticeWords } from './notice-words';

let stop = new AbortController();
let answer: (shortcut: string | undefined) => void;
let isHolding = false;
let unseen: UnseenShortcut;
const shortcut = vi.fn();
const reached: string[] = [];
const notice = () => document.querySelector('[role="alert"]');
const draft = () => document.querySelector('textarea')?.value;

beforeEach(async () => {
  vi.useFakeTimers();
  stubNoticeWords();
  document.body.innerHTML = '<textarea></textarea>';
  const field = document.querySelector('textarea');
  field?.focus();
  for (const type of ['keydown', 'keyup'] as const) {
    field?.addEventListener(type, ({ key }) => reached.push(`${type} ${key}`));
  }
  Object.assign(document, {
    execCommand: (_name: string, _ui: boolean, text: string) => {
      if (field !== null) field.value += text;
    },
  });
  await begin();
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

/** A page that has just been shown, and knows the keys of the command unless they cannot be told. */
async function begin(known?: string): Promise<void> {
  stop.abort();
  stop = new AbortController();
  isHolding = false;
  reached.length = 0;
  const field = document.querySelector('textarea');
  if (field !== null) field.value = '';
  shortcut.mockReset().mockImplementation(
    () =>
      new Promise<string | undefined>((resolve) => {
        answer = resolve;
      }),
  );
  unseen = new UnseenShortcut(document, { shortcut, isHolding: () => isHolding }, stop.signal);
  answer(known);
  await vi.advanceTimersByTimeAsync(0);
  shortcut.mockClear();
}

/** Whether the page gets this; what it gets of a letter stands in its field. */
function send(type: 'keydown' | 'keyup', key: string, given: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent(type, { key, bubbles: true, cancelable: true, ...given });
  const field = document.querySelector('textarea');
  const isFree = field?.dispatchEvent(byPerson(event)) === true;
  const types = type === 'keydown' && key.length === 1 && given.ctrlKey !== true;
  if (isFree && types && field !== null) field.value += key;
  return isFree;
}

function press(key: string, given: KeyboardEventInit = {}): boolean {
  const isFree = send('keydown', key, given);
  send('keyup', key, given);
  return isFree;
}

const both = { ctrlKey: true, shiftKey: true };
const down = () => {
  send('keydown', 'Control', { ctrlKey: true });
  send('keydown', 'Shift', both);
};
const letGo = () => {
  send('keyup', 'Shift', { ctrlKey: true });
  send('keyup', 'Control');
};

/** What Chromium shows a page of a shortcut that it takes for itself, on one system or another. */
const taken: Readonly<Record<string, () => void>> = {
  'its modifiers go up': () => {
    down();
    letGo();
    send('keyup', 'y');
  },
  'its key goes up first': () => {
    down();
    send('keyup', 'Y', both);
    send('keyup', 'Control', { shiftKey: true });
    send('keyup', 'Shift');
  },
  'nothing goes up': down,
  'a letter is pressed before they go up': () => {
    down();
    press('X', both);
    letGo();
  },
  'Enter is pressed before they go up': () => {
    down();
    expect(press('Enter', both)).toBe(false);
    letGo();
  },
};

const keys = fc.array(fc.constantFrom('a', 'b', ' ', 'é', 'Enter', 'Backspace'), { maxLength: 8 });

function textOf(typed: readonly string[]): string {
  let text = '';
  for (const key of typed) {
    if (key === 'Backspace') text = text.slice(0, -1);
    else if (key.length === 1) text += key;
  }
  return text;
}

it.each(Object.entries(taken))(
  'the command: not one letter and no Enter reaches the page, and all letters go to the search: %s',
  async (_how, take) => {
    await fc.assert(
      fc.asyncProperty(keys, keys, async (before, after) => {
        const typed = ['s', ...before];
        await begin();
        take();
        for (const key of typed) expect(press(key)).toBe(false);
        answer('Ctrl+Shift+Y');
        await vi.advanceTimersByTimeAsync(100);
        for (const key of after) press(key);
        const text = unseen.take();
        expect(draft()).toBe('');
        expect(reached).not.toContain('keydown Enter');
        expect(reached).not.toContain('keyup Enter');
        // A Backspace for what is no longer held goes where nothing is.
        expect(text).toBe(textOf([...typed, ...after]));
      }),
      { numRuns: 30 },
    );
  },
);

it.each(Object.entries(taken))(
  'another shortcut: no letter is lost, and all stand in order: %s',
  async (_how, take) => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), fc.string(), async (one, two, three) => {
        const [first, second, third] = [one, two, three].map((text) => text.replaceAll(/\s/g, ' '));
        await begin();
        take();
        for (const key of first ?? '') press(key);
        answer(undefined);
        await vi.advanceTimersByTimeAsync(100);
        for (const key of second ?? '') press(key);
        await vi.advanceTimersByTimeAsync(100);
        for (const key of third ?? '') press(key);
        answer(undefined);
        await vi.advanceTimersByTimeAsync(200);
        expect(draft()).toBe(`${first}${second}${third}`);
      }),
      { numRuns: 30 },
    );
  },
);

it('is over as soon as the keys of the command are known to be others', async () => {
  taken['nothing goes up']?.();
  press('a');
  expect(draft()).toBe('');
  answer('Alt+Y');
  await vi.advanceTimersByTimeAsync(0);
  expect(draft()).toBe('a');
  // From then on they are not asked for again, until they can have been changed in another window.
  shortcut.mockClear();
  down();
  expect(press('b')).toBe(true);
  expect(shortcut).not.toHaveBeenCalled();
  window.dispatchEvent(new Event('blur'));
  down();
  expect(press('c')).toBe(false);
});

it('a page that moves the focus within itself changes nothing', () => {
  down();
  document.querySelector('textarea')?.dispatchEvent(new Event('blur'));
  expect(press('a')).toBe(false);
});

it.each([
  ['Alt+Y', () => press('Alt', { altKey: true })],
  ['⇧⌘Y', () => press('Meta', { metaKey: true, shiftKey: true })],
  ['Strg+Umschalt+Y', taken['its modifiers go up']],
])('knows a command with other keys, or cannot tell: %s', async (known, take) => {
  await begin(known);
  take?.();
  const isOther = known.includes('⌘');
  expect(press('Enter')).toBe(isOther);
});

it('does not let go while the worker says nothing: a notice tells why, and Escape gives all back', async () => {
  taken['nothing goes up']?.();
  press('a');
  await vi.advanceTimersByTimeAsync(1_500);
  expect(notice()).not.toBeNull();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(press('Enter')).toBe(false);
  expect(press('Escape')).toBe(false);
  expect(draft()).toBe('a');
  expect(press('b')).toBe(true);
  expect(notice()?.shadowRoot ?? null).toBeNull();
});

it('a click gives all back at once', () => {
  down();
  press('a');
  clickByPerson(document.body);
  expect(draft()).toBe('a');
  expect(press('Enter')).toBe(true);
});

it('gives all back when the script ends', () => {
  down();
  press('a');
  stop.abort();
  expect(draft()).toBe('a');
});

it.each([
  ['Ctrl+V', 'Control', { ctrlKey: true }, 'v'],
  ['Alt+N', 'Alt', { altKey: true }, 'n'],
  ['Cmd+V', 'Meta', { metaKey: true }, 'v'],
  ['Shift+A', 'Shift', { shiftKey: true }, 'A'],
  ['Ctrl+Enter', 'Control', { ctrlKey: true }, 'Enter'],
  ['Cmd+Enter', 'Meta', { metaKey: true }, 'Enter'],
])('asks nobody after keys that the page saw: %s', (_name, modifier, flags, key) => {
  send('keydown', modifier, flags);
  expect(press(key, flags)).toBe(true);
  send('keyup', modifier);
  expect(press('Enter')).toBe(true);
  expect(shortcut).not.toHaveBeenCalled();
});

it('a letter shown with the modifiers may be the page’s: an arrow after it passes, and ends the doubt', () => {
  taken['a letter is pressed before they go up']?.();
  expect(press('ArrowLeft')).toBe(true);
  expect(press('a')).toBe(true);
  taken['its modifiers go up']?.();
  expect(press('ArrowLeft')).toBe(false);
  expect(press('v', { ctrlKey: true })).toBe(false);
});

it('tells that an Enter was kept, and lets the next one pass', async () => {
  down();
  expect(press('Enter', both)).toBe(false);
  expect(notice()).toBeNull();
  answer('Ctrl+Shift+Y');
  await vi.advanceTimersByTimeAsync(200);
  expect(notice()).not.toBeNull();
  expect(press('Enter', both)).toBe(true);
  expect(notice()).toBeNull();
  expect(press('Enter', both)).toBe(false);
});

it('keeps Enter with the modifiers of a command that has others', async () => {
  await begin('Alt+Y');
  expect(press('Enter', { altKey: true })).toBe(false);
  await begin('Ctrl+Y');
  expect(press('Enter', { ctrlKey: true })).toBe(true);
});

it('lets all be where the command has no keys', async () => {
  await begin('');
  for (const take of Object.values(taken).slice(0, 4)) {
    take();
    expect(press('a')).toBe(true);
    expect(press('Enter')).toBe(true);
  }
  expect(press('Enter', both)).toBe(true);
});

it('the key up belongs to the key down, also where the doubt ends between them', async () => {
  down();
  send('keydown', 'Enter');
  unseen.take();
  expect(send('keyup', 'Enter')).toBe(false);
  expect(press('Enter')).toBe(true);
});

it('leaves alone what an input method composes, but for Enter', () => {
  down();
  expect(press('Process', { keyCode: 229 })).toBe(true);
  expect(press('k', { isComposing: true })).toBe(true);
  expect(press('Dead')).toBe(true);
  expect(press('Enter', { isComposing: true })).toBe(false);
});

it('keeps text that comes from no key, as from a list of emoji, but not what is composed', () => {
  const input = (given: InputEventInit): boolean => {
    const options = { inputType: 'insertText', data: '👍', bubbles: true, cancelable: true };
    const event = new InputEvent('beforeinput', { ...options, ...given });
    return document.querySelector('textarea')?.dispatchEvent(byPerson(event)) === true;
  };
  expect(input({})).toBe(true);
  down();
  press('a');
  expect(input({})).toBe(false);
  expect(input({ isComposing: true })).toBe(true);
  expect(input({ inputType: 'insertFromPaste' })).toBe(true);
  expect(unseen.take()).toBe('a👍');
});

it('leaves the keys to whoever keeps them for the panel already', () => {
  isHolding = true;
  down();
  expect(press('a')).toBe(true);
  expect(press('Enter', both)).toBe(true);
  expect(shortcut).not.toHaveBeenCalled();
});

it('what scripts press is nobody’s', () => {
  down();
  const key = new KeyboardEvent('keydown', { key: 'a', bubbles: true, cancelable: true });
  expect(document.querySelector('textarea')?.dispatchEvent(key)).toBe(true);
});
