// @vitest-environment happy-dom
import { cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { type Hotkey, isHotkey, useHotkey } from '../../../../components/hooks/use-hotkey';

afterEach(cleanup);

const slash: Hotkey = { key: '/' };
const find: Hotkey = { key: 'f', isCommand: true };
const pin: Hotkey = { key: 'p', isCommand: true, isShifted: true };
const close: Hotkey = { key: 'Escape' };
const note: Hotkey = { key: 'n' };
const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  [slash, { key: '/' }, true],
  // There are keyboards on which it is Shift and 7.
  [slash, { key: '/', shiftKey: true }, true],
  [slash, { key: '/', ctrlKey: true }, false],
  [find, { key: 'f' }, false],
  [find, { key: 'F', metaKey: true }, true],
  [find, { key: 'f', ctrlKey: true, shiftKey: true }, false],
  [find, { key: 'f', ctrlKey: true, altKey: true }, false],
  [pin, { key: 'P', ctrlKey: true, shiftKey: true }, true],
  [pin, { key: 'p', ctrlKey: true }, false],
  [note, { key: 'n' }, true],
  // With Caps Lock, as the sheet of shortcuts writes it.
  [note, { key: 'N' }, true],
  // On a Russian, a Greek and an Arabic keyboard.
  [note, { key: 'т', code: 'KeyN' }, true],
  [find, { key: 'Φ', code: 'KeyF', ctrlKey: true }, true],
  [pin, { key: 'ح', code: 'KeyP', ctrlKey: true, shiftKey: true }, true],
  // Latin letters are where the keyboard has them.
  [find, { key: 'u', code: 'KeyF', ctrlKey: true }, false],
  [find, { key: 'f', code: 'KeyY', ctrlKey: true }, true],
  [note, { key: 'ñ', code: 'Semicolon' }, false],
  [note, { key: 'Dead', code: 'KeyN' }, false],
  [close, { key: 'Escape' }, true],
  [close, { key: 'Escape', shiftKey: true }, false],
])('%o and %o', (hotkey, pressed, isIt) => {
  expect(isHotkey({ ...plain, ...pressed }, hotkey)).toBe(isIt);
});

test('a single character belongs to whoever is typing, other keys do not', () => {
  const act = vi.fn();
  render(
    <>
      <input aria-label="text" />
      <div role="dialog">
        <button type="button">Yes</button>
      </div>
      <div role="alertdialog">
        <button type="button">Sure</button>
      </div>
    </>,
  );
  renderHook(() => useHotkey(slash, act));
  fireEvent.keyDown(screen.getByRole('textbox'), { key: '/' });
  fireEvent.keyDown(screen.getByText('Yes'), { key: '/' });
  fireEvent.keyDown(screen.getByText('Sure'), { key: '/' });
  expect(act).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: '/' });
  expect(act).toHaveBeenCalledTimes(1);
  renderHook(() => useHotkey(find, act));
  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'f', ctrlKey: true });
  expect(act).toHaveBeenCalledTimes(2);
});

test('what something nearer took, or what is switched off, is left alone', () => {
  const act = vi.fn();
  const { rerender } = renderHook(({ isOn }) => useHotkey(close, act, isOn), {
    initialProps: { isOn: false },
  });
  expect(fireEvent.keyDown(document.body, { key: 'Escape' })).toBe(true);
  rerender({ isOn: true });
  const take = (event: Event) => event.preventDefault();
  document.body.addEventListener('keydown', take);
  fireEvent.keyDown(document.body, { key: 'Escape' });
  document.body.removeEventListener('keydown', take);
  expect(act).not.toHaveBeenCalled();
  expect(fireEvent.keyDown(document.body, { key: 'Escape' })).toBe(false);
  expect(act).toHaveBeenCalledTimes(1);
});

test('what an input method is given is left to it', () => {
  const act = vi.fn();
  renderHook(() => useHotkey(close, act));
  expect(fireEvent.keyDown(document.body, { key: 'Escape', isComposing: true })).toBe(true);
  expect(act).not.toHaveBeenCalled();
});
