// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { read } from './chatra-page';

describe('composer', () => {
  const area = (inner: string) => `<div class="chat-input-area">${inner}</div>`;
  it.each([
    ['a textarea', area('<textarea class="chat-textarea"></textarea>'), 'reply'],
    ['an editable', area('<div class="chat-textarea" contenteditable="true"></div>'), 'reply'],
    ['note mode', area('<textarea class="chat-textarea is-note"></textarea>'), 'note'],
    [
      'an editable in note mode',
      area('<div class="chat-textarea is-note" contenteditable></div>'),
      'note',
    ],
    ['another field in the area', area('<textarea></textarea>'), 'reply'],
    ['not joined', area('<button class="js-start-chatting"></button>'), 'none'],
    ['away', '<div class="chat-input-away"></div>', 'none'],
    ['disabled', area('<textarea class="chat-textarea" disabled></textarea>'), 'none'],
    [
      'the notes field',
      '<div class="chat-aside"><textarea class="form-input"></textarea></div>',
      'none',
    ],
    [
      'a message being edited',
      '<div class="chat-bubble is-editing"><textarea class="chat-textarea is-note"></textarea></div>',
      'none',
    ],
    [
      'a message being edited beside it',
      `<div class="chat-bubble is-editing"><textarea class="chat-textarea is-note"></textarea></div>${area('<textarea class="chat-textarea"></textarea>')}`,
      'reply',
    ],
  ])('%s', (_name, html, expected) => {
    expect(read(html).composer).toBe(expected);
  });
});

describe('why nothing can be put in', () => {
  const area = (inner: string) => `<div class="chat-input-area">${inner}</div>`;
  const field = '<textarea class="chat-textarea"></textarea>';
  it.each([
    ['not joined', area('<button class="js-start-chatting"></button>'), 'join-first'],
    ['away', '<div class="chat-input-away"></div>', 'join-first'],
    ['out of use', area('<textarea class="chat-textarea" disabled></textarea>'), 'read-only'],
    ['two of them', area(field + field), 'several'],
    ['nothing is in the way', area(field), undefined],
  ])('%s', (_name, html, blocked) => {
    expect(read(html).composerState).toEqual({ formatting: [], limit: 4_096, blocked });
  });
});
