import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isShortcut, modifiersOf, type PressedKeys } from '../../../lib/model/shortcut';

/** A key by its `keyCode` and its place. */
function pressed(keyCode: number, code: string, ...held: string[]): PressedKeys {
  const has = (name: string) => held.includes(name);
  return {
    keyCode,
    code,
    ctrlKey: has('ctrl'),
    metaKey: has('meta'),
    altKey: has('alt'),
    shiftKey: has('shift'),
  };
}

it.each([
  ['Alt+Shift+Y', pressed(89, 'KeyY', 'alt', 'shift'), false],
  // A German keyboard has Y and Z the other way round: the letter counts.
  ['Alt+Shift+Y', pressed(89, 'KeyZ', 'alt', 'shift'), false],
  // On a Mac Alt types Á with it, for which there may be no code.
  ['Alt+Shift+Y', pressed(0, 'KeyY', 'alt', 'shift'), true],
  // With Shift most keyboards type a sign with it.
  ['Ctrl+Shift+5', pressed(53, 'Digit5', 'ctrl', 'shift'), false],
  ['Ctrl+Shift+Y', pressed(89, 'KeyY', 'meta', 'shift'), true],
  ['MacCtrl+Shift+Y', pressed(89, 'KeyY', 'ctrl', 'shift'), true],
  ['Command+Shift+Y', pressed(89, 'KeyY', 'meta', 'shift'), true],
  ['F8', pressed(119, 'F8'), false],
  ['Alt+F12', pressed(123, 'F12', 'alt'), false],
  ['Ctrl+Comma', pressed(188, 'Comma', 'ctrl'), false],
  // A French keyboard has the comma at the place of M.
  ['Ctrl+Comma', pressed(188, 'KeyM', 'ctrl'), false],
  ['Ctrl+Period', pressed(190, 'Period', 'ctrl'), false],
  ['Alt+Up', pressed(38, 'ArrowUp', 'alt'), false],
  ['Alt+Home', pressed(36, 'Home', 'alt'), false],
  // The numeric keypad without NumLock.
  ['Alt+Home', pressed(36, 'Numpad7', 'alt'), false],
  ['Alt+Delete', pressed(46, 'Delete', 'alt'), false],
  ['Ctrl+Shift+Space', pressed(32, 'Space', 'ctrl', 'shift'), false],
  ['MediaPlayPause', pressed(0, 'MediaPlayPause'), false],
])('%s is known by its keys', (shortcut, keys, isMac) => {
  expect(isShortcut(keys, shortcut, isMac)).toBe(true);
});

it.each([
  ['the key of Y on a German keyboard', 'Alt+Shift+Y', pressed(90, 'KeyY', 'alt', 'shift')],
  // Firefox itself does not act on it then.
  ['a key without a code', 'Alt+Shift+Y', pressed(0, 'KeyY', 'alt', 'shift')],
  ['what went to an input method', 'Alt+Shift+Y', pressed(229, 'KeyY', 'alt', 'shift')],
  ['the semicolon on a French keyboard', 'Ctrl+Comma', pressed(59, 'Comma', 'ctrl')],
  ['another function key', 'F8', pressed(120, 'F9')],
])('%s is not taken for it', (_name, shortcut, keys) => {
  expect(isShortcut(keys, shortcut, false)).toBe(false);
});

it('one modifier more or less is another shortcut, and no shortcut is none', () => {
  const modifier = fc.subarray(['ctrl', 'meta', 'alt', 'shift']);
  fc.assert(
    fc.property(modifier, fc.boolean(), (held, isMac) => {
      const keys = pressed(89, 'KeyY', ...held);
      const isIt = held.length === 2 && held.includes('alt') && held.includes('shift');
      expect(isShortcut(keys, 'Alt+Shift+Y', isMac)).toBe(isIt);
      expect(isShortcut(keys, '', isMac)).toBe(false);
      expect(isShortcut(pressed(88, 'KeyX', ...held), 'Alt+Shift+Y', isMac)).toBe(false);
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
