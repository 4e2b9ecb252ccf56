import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isShortcut, modifiersOf, type PressedKeys } from '../../../lib/model/shortcut';

function pressed(key: string, code: string, ...held: string[]): PressedKeys {
  const has = (name: string) => held.includes(name);
  return {
    key,
    code,
    ctrlKey: has('ctrl'),
    metaKey: has('meta'),
    altKey: has('alt'),
    shiftKey: has('shift'),
  };
}

it.each([
  ['Alt+Shift+Y', pressed('Y', 'KeyY', 'alt', 'shift'), false],
  // A German keyboard has Y and Z the other way round: what it types counts.
  ['Alt+Shift+Y', pressed('Y', 'KeyZ', 'alt', 'shift'), false],
  ['Alt+Shift+Y', pressed('Á', 'KeyY', 'alt', 'shift'), true],
  ['Ctrl+Shift+5', pressed('5', 'Digit5', 'ctrl', 'shift'), false],
  ['Ctrl+Shift+Y', pressed('y', 'KeyY', 'meta', 'shift'), true],
  ['MacCtrl+Shift+Y', pressed('y', 'KeyY', 'ctrl', 'shift'), true],
  ['Command+Shift+Y', pressed('y', 'KeyY', 'meta', 'shift'), true],
  ['F8', pressed('F8', 'F8'), false],
  ['Ctrl+Comma', pressed(',', 'Comma', 'ctrl'), false],
  ['Alt+Up', pressed('ArrowUp', 'ArrowUp', 'alt'), false],
  ['Ctrl+Shift+Space', pressed(' ', 'Space', 'ctrl', 'shift'), false],
])('%s is known by its keys', (shortcut, keys, isMac) => {
  expect(isShortcut(keys, shortcut, isMac)).toBe(true);
});

it('one modifier more or less is another shortcut, and no shortcut is none', () => {
  const modifier = fc.subarray(['ctrl', 'meta', 'alt', 'shift']);
  fc.assert(
    fc.property(modifier, fc.boolean(), (held, isMac) => {
      const keys = pressed('Y', 'KeyY', ...held);
      const isIt = held.length === 2 && held.includes('alt') && held.includes('shift');
      expect(isShortcut(keys, 'Alt+Shift+Y', isMac)).toBe(isIt);
      expect(isShortcut(keys, '', isMac)).toBe(false);
      expect(isShortcut(pressed('X', 'KeyX', ...held), 'Alt+Shift+Y', isMac)).toBe(false);
    }),
  );
});

it.each([
  ['Ctrl+Shift+Y', false, ['Control', 'Shift']],
  ['Ctrl+Shift+Y', true, ['Meta', 'Shift']],
  ['MacCtrl+Shift+Y', true, ['Control', 'Shift']],
  ['⇧⌘Y', true, ['Shift', 'Meta']],
  ['⌃⌥Y', true, ['Control', 'Alt']],
  ['Alt+Comma', false, ['Alt']],
  ['Strg+Umschalt+Y', false, undefined],
  ['Media Play/Pause', false, undefined],
  ['', false, undefined],
])('%s has its modifiers, where they are understood', (shortcut, isMac, modifiers) => {
  const found = modifiersOf(shortcut, isMac);
  expect(found && [...found]).toEqual(modifiers);
});
