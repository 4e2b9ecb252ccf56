// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { chatwootPage } from '../../../../../lib/platforms/chatwoot/page/adapter';
import { at, config, documentWith } from './chatwoot-page';

const editor = (editable: string, wrap = (html: string) => html) =>
  wrap(
    `<div class="popover-prosemirror-menu"><div class="ProseMirror-menubar-wrapper">
       <div class="ProseMirror ProseMirror-woot-style" contenteditable="${editable}"><p></p></div></div></div>`,
  );
const box = (inner: string, classes = '') =>
  `<div class="conversation-panel"></div><div class="reply-box ${classes}"><div class="reply-box__top">${inner}</div></div>`;

describe('read: the composer', () => {
  it.each([
    ['a reply', box(editor('true')), 'reply'],
    ['a private note', box(editor('true'), 'is-private is-focused'), 'note'],
    ['a closed reply window', box(editor('false')), 'none'],
    ['a text area of older versions', box('<textarea class="input"></textarea>'), 'reply'],
    ['a note in a text area', box('<textarea class="input"></textarea>', 'is-private'), 'note'],
    ['a text area that is off', box('<textarea class="input" disabled></textarea>'), 'none'],
    ['an audio recording', box('<div class="recorder"></div>'), 'none'],
    [
      'Copilot instead of the editor',
      box(editor('true', (html) => `<div class="editor--copilot">${html}</div>`)),
      'none',
    ],
    ['the editor of a contact note', `<div class="editor-wrapper">${editor('true')}</div>`, 'none'],
    ['nothing', '', 'none'],
  ])('%s', (_, body, composer) => {
    const context = chatwootPage.read(
      documentWith(config, body),
      at('/app/accounts/3/conversations/1'),
    );
    expect(context.composer).toBe(composer);
  });
});

describe('the composer’s state', () => {
  const menu = (...titles: string[]) =>
    `<div class="ProseMirror-menubar">${titles.map((title) => `<span title="${title}"></span>`).join('')}</div>`;
  const editorBelow = (bar: string) =>
    editor('true').replace('<div class="ProseMirror ', `${bar}$&`);
  const state = (body: string) =>
    chatwootPage.read(documentWith(config, body), at('/app/accounts/3/conversations/1'))
      .composerState;

  it('keeps what the channel’s menu offers', () => {
    const bar = menu('Toggle strong style', 'Toggle emphasis', 'Undo last change');
    expect(state(box(editorBelow(bar)))?.formatting).toEqual(['bold', 'italic']);
  });

  it('keeps quotes, code and in replies pictures where there are links and lists', () => {
    const bar = menu('Add or remove link', 'Wrap in bullet list');
    const kept = ['link', 'bullet-list', 'quote', 'code-block'];
    expect(state(box(editorBelow(bar)))?.formatting).toEqual([...kept, 'picture']);
    expect(state(box(editorBelow(bar), 'is-private'))?.formatting).toEqual(kept);
  });

  it('keeps nothing in a text area', () => {
    expect(state(box('<textarea class="input"></textarea>'))).toEqual({ formatting: [] });
  });

  it('knows the limit of a note, and a closed window', () => {
    expect(state(box(editor('true'), 'is-private'))?.limit).toBe(10_000);
    expect(state(box(editor('false')))?.blocked).toBe('replies-closed');
    expect(state('')).toBeUndefined();
  });
});
