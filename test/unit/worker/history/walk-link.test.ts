import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { walkLink } from '../../../../lib/worker/history/walk-link';

/** What the page answers, one after the other; an error where nobody is there. */
let answers: unknown[];
let asked: unknown[][];
const executeScript = vi.fn();

beforeEach(() => {
  asked = [];
  executeScript.mockReset().mockResolvedValue([]);
  vi.spyOn(browser, 'scripting', 'get').mockReturnValue({ ...browser.scripting, executeScript });
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async (...args: unknown[]) => {
    asked.push(args);
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  });
});

afterEach(() => vi.restoreAllMocks());

const walk = [3, { type: 'worker.walk', conversationId: 'a' }, { frameId: 0 }];
const gone = new Error('Could not establish connection. Receiving end does not exist.');

test('a page that can walk already is asked once, and brought nothing', async () => {
  answers = [true];
  expect(await walkLink.start(3, 'a')).toBe(true);
  expect(asked).toEqual([walk]);
  expect(executeScript).not.toHaveBeenCalled();
});

test('what walks is brought into the top frame of a page that cannot, which is asked again', async () => {
  answers = [false, true];
  expect(await walkLink.start(3, 'a')).toBe(true);
  expect(asked).toEqual([walk, walk]);
  expect(executeScript.mock.calls).toEqual([
    [{ target: { tabId: 3, frameIds: [0] }, files: ['/walk.js'] }],
  ]);
});

test.each([
  ['nobody is there', [gone, gone]],
  ['it answers nothing', [undefined, undefined]],
  ['something else answers', [{ ok: true }, 'true']],
])('a page where %s did not take the word', async (_name, all) => {
  answers = [...all];
  executeScript.mockRejectedValue(new Error('Cannot access contents of the page.'));
  expect(await walkLink.start(3, 'a')).toBe(false);
});

test('a walk is stopped without anything being brought', async () => {
  answers = [true, gone];
  expect(await walkLink.stop(3)).toBe(true);
  expect(await walkLink.stop(3)).toBe(false);
  expect(asked[0]).toEqual([3, { type: 'worker.stop-walk' }, { frameId: 0 }]);
  expect(executeScript).not.toHaveBeenCalled();
});
