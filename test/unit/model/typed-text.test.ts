import { expect, it } from 'vitest';
import { typedWith } from '../../../lib/model/typed-text';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false },
  ...more,
});

it('adds what a key types, and takes back what Backspace does', () => {
  const keys = ['a', '👍', 'Shift', 'Enter', 'ArrowLeft', ' ', 'b', 'Backspace', 'c'];
  expect(keys.reduce((typed, key) => typedWith(typed, press(key)), '')).toBe('a👍 c');
});

it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }])(
  'adds nothing for a command, nor for its key that is held down longer: %o',
  (held) => {
    expect(typedWith('a', press('y', held))).toBe('a');
  },
);

it('takes back letter by letter while Backspace is held down', () => {
  expect(typedWith('ab', press('Backspace', { repeat: true }))).toBe('a');
});
