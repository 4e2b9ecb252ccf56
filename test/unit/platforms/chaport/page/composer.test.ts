// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { chaportPage } from '../../../../../lib/platforms/chaport/page/adapter';
import { at, hex } from './chaport-page';

const read = (hash: string) => chaportPage.read(document, at(hash));

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('composer', () => {
  it.each([
    ['a textarea', '<textarea id="chat-input"></textarea>', 'reply'],
    ['an editable element', '<div id="chat-input" contenteditable="true"></div>', 'reply'],
    ['an editable inside', '<div id="chat-input"><p contenteditable=""></p></div>', 'reply'],
    ['disabled', '<textarea id="chat-input" disabled></textarea>', 'none'],
    ['hidden', '<div hidden><textarea id="chat-input"></textarea></div>', 'none'],
    ['join first', '<button class="chat-join-button">Join</button>', 'none'],
    [
      'join by typing',
      '<button class="chat-join-button"></button><textarea id="chat-input"></textarea>',
      'reply',
    ],
    ['only the notes field', '<aside><textarea></textarea></aside>', 'none'],
  ])('%s', (_name, html, expected) => {
    document.body.innerHTML = html;
    expect(read(`#/chats/${hex}/1`).composer).toBe(expected);
  });
});

describe('why nothing can be put in', () => {
  it.each([
    ['join first', '<button class="chat-join-button">Join</button>', 'join-first'],
    ['out of use', '<textarea id="chat-input" disabled></textarea>', 'read-only'],
    ['nothing is in the way', '<textarea id="chat-input"></textarea>', undefined],
  ])('%s', (_name, html, blocked) => {
    document.body.innerHTML = html;
    expect(read(`#/chats/${hex}/1`).composerState).toEqual({ formatting: [], blocked });
  });
});
