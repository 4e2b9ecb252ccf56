// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { chatraPage } from '../../../../../lib/platforms/chatra/page/adapter';

const chat = 'Wm7HqTz4RkPnB2yXc';
const other = 'Ye4RkJs7BnTz2QpWd';

function at(pathname: string, hostname = 'app.chatra.io'): Location {
  return Object.assign(Object.create(null), { hostname, pathname, hash: '' });
}

const read = (html: string, id = chat) => {
  document.body.innerHTML = html;
  return chatraPage.read(document, at(`/conversations/${id}`));
};

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('recognises', () => {
  it.each([
    ['app.chatra.io', '/conversations', true],
    ['eu.app.chatra.io', '/conversations', true],
    ['app.chatra.io', '/api/clients/x', false],
    ['chat.chatra.io', '/', false],
    ['call.chatra.io', '/', false],
    ['app.chatra.io.evil.test', '/', false],
    ['evilapp.chatra.io', '/', false],
  ])('%s%s: %s', (host, path, expected) => {
    expect(chatraPage.recognises(document, at(path, host))).toBe(expected);
  });
});

describe('address', () => {
  it.each([`/conversations/${chat}`, `/conversations/${chat}/`, `/conversations/${chat}/info`])(
    '%s shows a person',
    (path) => {
      const context = chatraPage.read(document, at(path));
      expect(context).toMatchObject({ view: 'person', conversationId: chat });
    },
  );

  it.each([
    '/',
    '/conversations',
    '/conversations/my',
    '/conversations/mychat',
    `/conversations/${chat}x`,
    '/conversations/0m7HqTz4RkPnB2yXc',
    '/chat/box:my',
    '/settings/preferences',
  ])('%s shows nobody', (path) => {
    expect(chatraPage.read(document, at(path))).toEqual({
      platform: 'chatra',
      view: 'none',
      hints: { emails: [], phones: [] },
      composer: 'none',
    });
  });

  it('tells the sign-in page', () => {
    expect(read('<input id="signin-email">').view).toBe('signed-out');
  });
});

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

describe('hints', () => {
  const panel = (inner: string) => `<aside class="chat-aside">${inner}</aside>`;
  const none = { emails: [], phones: [] };
  const both = { emails: ['nora@x.test'], phones: ['+46 70 123'] };
  it.each([
    [
      'links',
      '<a href="mailto:nora@x.test?subject=x">w</a><a href="tel:+46%2070%20123">c</a>',
      both,
    ],
    [
      'fields',
      '<input type="email" value=" nora@x.test "><input type="tel" value="+46 70 123">',
      both,
    ],
    [
      'plain fields',
      '<input value="nora@x.test"><input value="+46 70 123"><input value="10423344">',
      both,
    ],
    [
      'text',
      '<span class="icon-link__text"> nora@x.test </span><p>+46 70 123</p><p>10423344</p>',
      both,
    ],
    [
      'a field before links',
      '<input name="clientEmail" value="nora@x.test"><a href="mailto:boss@x.test">b</a>',
      { ...none, emails: ['nora@x.test'] },
    ],
    ['two by text', '<p>nora@x.test</p><h1>Manager</h1><p>boss@x.test</p>', none],
    [
      'the same twice',
      '<p>nora@x.test</p><p>nora@x.test</p>',
      { ...none, emails: ['nora@x.test'] },
    ],
    [
      'notes and visited pages',
      '<textarea>a@x.test</textarea><div class="path__item"><a href="mailto:b@x.test">b@x.test</a></div>',
      none,
    ],
    ['text around it', '<p>write to nora@x.test</p>', none],
  ])('from %s', (_name, html, expected) => {
    expect(read(panel(html)).hints).toEqual({ name: undefined, ...expected });
  });

  it('never come from messages', () => {
    const html = '<div class="chat-message"><a href="mailto:a@x.test">a@x.test</a></div>';
    expect(read(html).hints.emails).toEqual([]);
  });

  it.each([
    ['<span class="navbar__title-text"> Nora\n Lindqvist </span>', 'Nora Lindqvist'],
    ['<div class="conversation__title">Nora</div>', 'Nora'],
    ['<span class="navbar__title-text">nora@x.test</span>', undefined],
  ])('take the name from %s', (html, name) => {
    expect(read(html).hints.name).toBe(name);
  });

  it('do not go over to the next conversation before the page has changed', () => {
    const html = `<b class="navbar__title-text">Nora</b>${panel('<p>nora@x.test</p>')}`;
    expect(read(html).hints.emails).toEqual(['nora@x.test']);
    const left = chatraPage.read(document, at(`/conversations/${other}`));
    expect(left.hints).toEqual({ name: undefined, emails: [], phones: [] });
    expect(read(html, other).hints).toMatchObject({ name: 'Nora', emails: ['nora@x.test'] });
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
