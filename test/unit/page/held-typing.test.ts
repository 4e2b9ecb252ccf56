// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { HeldTyping } from '../../../lib/page/held-typing';

const command = vi.fn();

beforeEach(() => {
  command.mockReset();
  Object.assign(document, { execCommand: command });
});

function show(html: string): HTMLElement {
  document.body.innerHTML = html;
  const element = document.body.querySelector<HTMLElement>('textarea, [contenteditable]');
  if (element === null) throw new Error('there is no field');
  element.focus();
  return element;
}

function press(key: string, given: KeyboardEventInit & { altGraph?: boolean } = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, ...given });
  Object.assign(event, { getModifierState: () => given.altGraph === true });
  return event;
}

function typed(...keys: KeyboardEvent[]): HeldTyping {
  const typing = new HeldTyping(document, false);
  for (const key of keys) typing.take(key);
  return typing;
}

it('takes letters in any script, and a Backspace for those', () => {
  show('<textarea></textarea>');
  const keys = ['h', 'x', 'Backspace', 'é', ' ', 'ש', '👍', '👍', 'Backspace'];
  expect(typed(...keys.map((key) => press(key))).text).toBe('hé ש👍');
});

it('takes what AltGr types, which comes with Ctrl and Alt, and on a Mac what Alt types', () => {
  const held = { ctrlKey: true, altKey: true };
  expect(typed(press('@', { ...held, altGraph: true })).text).toBe('@');
  expect(new HeldTyping(document, true).take(press('ß', { altKey: true }))).toBe(true);
});

it.each([
  press('Backspace'),
  press('ArrowLeft'),
  press('Tab'),
  press('Delete'),
  press('v', { ctrlKey: true }),
  press('v', { metaKey: true }),
  press('n', { altKey: true }),
])('does not take what cannot be put back: $key', (key) => {
  expect(new HeldTyping(document, false).take(key)).toBe(false);
});

it.each([
  '<textarea></textarea>',
  '<div contenteditable="true"></div>',
  '<div class="ProseMirror" contenteditable="true"></div>',
])(
  'types it into %s by the browser’s command, once, also where the focus went elsewhere',
  (html) => {
    const field = show(html);
    const typing = typed(press('a'), press('b'));
    field.blur();
    typing.putBack();
    typing.putBack();
    expect(command.mock.calls).toEqual([['insertText', false, 'ab']]);
    expect(document.activeElement).toBe(field);
  },
);

it('pastes it where an editor handles that itself, and else has the browser type it', () => {
  const field = show('<div class="DraftEditor-root"><div contenteditable="true"></div></div>');
  typed(press('a')).putBack();
  expect(command.mock.calls).toEqual([['insertText', false, 'a']]);
  let pasted = '';
  field.addEventListener('paste', (event) => {
    pasted += event.clipboardData?.getData('text/plain');
    event.preventDefault();
  });
  typed(press('b')).putBack();
  expect(pasted).toBe('b');
  expect(command).toHaveBeenCalledTimes(1);
});

it('types nothing into another field where the page has replaced the one it was meant for', () => {
  const field = show('<textarea></textarea>');
  const typing = typed(press('a'));
  const other = document.createElement('textarea');
  field.replaceWith(other);
  other.focus();
  typing.putBack();
  expect(command).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(other);
});

it('types nothing where the field does not take the keyboard any more', () => {
  const field = show('<textarea></textarea><input>');
  const typing = typed(press('a'));
  document.querySelector('input')?.focus();
  Object.assign(field, { focus: () => undefined });
  typing.putBack();
  expect(command).not.toHaveBeenCalled();
});

it('finds the field in a part of the page that has a shadow root of its own', () => {
  const host = document.createElement('div');
  document.body.append(host);
  const field = document.createElement('textarea');
  host.attachShadow({ mode: 'open' }).append(field);
  field.focus();
  const typing = typed(press('a'));
  const focus = vi.spyOn(field, 'focus');
  host.blur();
  typing.putBack();
  expect(command).toHaveBeenCalledWith('insertText', false, 'a');
  expect(focus.mock.calls.length).toBeLessThanOrEqual(1);
});

it('puts nothing back where nothing was typed', () => {
  show('<textarea></textarea>');
  typed(press('ArrowLeft')).putBack();
  expect(command).not.toHaveBeenCalled();
});
