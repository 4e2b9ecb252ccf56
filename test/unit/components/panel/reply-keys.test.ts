// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { watchReplyKeys } from '../../../../components/panel/reply-keys';
import { eventually } from '../../eventually';

const press = (letter: string, key = letter) => {
  const pressed = { key, code: `Key${letter}`, keyCode: letter.charCodeAt(0) };
  window.dispatchEvent(new KeyboardEvent('keydown', { ...pressed, altKey: true, shiftKey: true }));
};

afterEach(() => {
  vi.restoreAllMocks();
});

test('the keys that lead to the picker lead to the search where the panel has the keyboard', async () => {
  const keys = [{ name: 'find-reply', shortcut: 'Alt+Shift+Y' }];
  vi.spyOn(browser.commands, 'getAll').mockImplementation(async () => keys);
  const onKeys = vi.fn();
  const stop = watchReplyKeys(onKeys);
  await eventually(() => expect(browser.commands.getAll).toHaveResolved());
  press('X');
  expect(onKeys).not.toHaveBeenCalled();
  press('Y');
  expect(onKeys).toHaveBeenCalledTimes(1);
  // A Russian keyboard.
  press('Y', 'Н');
  expect(onKeys).toHaveBeenCalledTimes(2);
  stop();
  press('Y');
  expect(onKeys).toHaveBeenCalledTimes(2);
});
