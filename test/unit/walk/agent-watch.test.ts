// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Takeover, watchAgent } from '../../../lib/walk/agent-watch';

let taken: Takeover[];
let life: AbortController;

beforeEach(() => {
  document.body.innerHTML =
    '<div id="list"><p id="row"></p></div><textarea></textarea><div id="rich" contenteditable="true"></div><button></button>';
  taken = [];
  life = new AbortController();
  const area = part('#list');
  watchAgent(document, area, (takeover) => taken.push(takeover), life.signal);
});

afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

function part(selector: string): Element {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}

const happen = (selector: string, event: Event) => part(selector).dispatchEvent(event);
const key = (name: string) => new KeyboardEvent('keydown', { key: name, bubbles: true });

describe('somebody at the page', () => {
  test.each(['wheel', 'pointerdown', 'touchstart'])(
    'takes it over with a %s at once, and the list only where it is in the list',
    (name) => {
      happen('#row', new Event(name, { bubbles: true }));
      happen('button', new Event(name, { bubbles: true }));
      expect(taken).toEqual([
        { reason: 'agent', holdsList: true },
        { reason: 'agent', holdsList: false },
      ]);
    },
  );

  test.each([
    ['button', 'PageUp', true],
    ['button', ' ', true],
    ['button', 'Shift', false],
    ['button', 'a', false],
    ['textarea', 'ArrowUp', false],
    ['#rich', 'Home', false],
  ])('takes it over with a key at %s: %s', (where, name, holdsList) => {
    happen(where, key(name));
    expect(taken).toEqual([{ reason: 'agent', holdsList }]);
  });

  test('is seen even where the page keeps the event to itself', () => {
    part('#list').addEventListener('wheel', (event) => event.stopImmediatePropagation());
    happen('#row', new Event('wheel', { bubbles: true, cancelable: true }));
    expect(taken).toHaveLength(1);
  });

  test('keeps what they did: nothing of it is prevented', () => {
    const event = new KeyboardEvent('keydown', { key: 'a', bubbles: true, cancelable: true });
    expect(happen('textarea', event)).toBe(true);
  });

  test('does nothing by moving the mouse', () => {
    for (const name of ['pointermove', 'mouseover', 'mousemove', 'scroll']) {
      happen('#row', new Event(name, { bubbles: true }));
    }
    expect(taken).toEqual([]);
  });
});

describe('the tab', () => {
  test('ends it when it is hidden, and not when it comes to the front', () => {
    const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(taken).toEqual([]);
    state.mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(taken).toEqual([{ reason: 'hidden', holdsList: false }]);
  });

  test('ends it when the page is left, which nobody scrolls then', () => {
    window.dispatchEvent(new Event('pagehide'));
    expect(taken).toEqual([{ reason: 'page-gone', holdsList: true }]);
  });
});

test('nothing is watched once the walk is over', () => {
  life.abort();
  happen('#row', new Event('wheel', { bubbles: true }));
  happen('textarea', key('a'));
  document.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('pagehide'));
  expect(taken).toEqual([]);
});
