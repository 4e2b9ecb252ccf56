// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { chaportPage } from '../../../../../lib/platforms/chaport/page/adapter';

const uuid = '0b0e7d9a-5f3c-4d21-a8f0-0123456789ab';
const hex = '5f0c7e2ab1d34c0011aa22bb';

function at(hash: string, path = '/', host = 'app.chaport.com'): Location {
  return Object.assign(Object.create(null), { hostname: host, pathname: path, hash });
}

const read = (hash: string) => chaportPage.read(document, at(hash));

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('recognises', () => {
  it.each([
    ['app.chaport.com', '/', true],
    ['app.chaport.ru', '/', true],
    ['app.chaport.com', '/widget/show.html', false],
    ['app.chaport.com', '/api/v1/visitors', false],
    ['www.chaport.com', '/', false],
    ['app.chaport.com.evil.test', '/', false],
  ])('%s%s: %s', (host, path, expected) => {
    expect(chaportPage.recognises(document, at('#/chats', path, host))).toBe(expected);
  });
});

describe('address', () => {
  it.each([
    [`#/chats/${uuid}/1700000000000`, { contactId: uuid, conversationId: '1700000000000' }],
    [`#/chats/${hex}/1700000000000?x=1`, { contactId: hex, conversationId: '1700000000000' }],
    [`#/chats/${hex}`, { contactId: hex }],
    [`#/chats/${uuid}/`, { contactId: uuid }],
    ['#/chats/a%2Fb/17', { contactId: 'a/b', conversationId: '17' }],
    ['#/chats/%zz/17', { contactId: '%zz', conversationId: '17' }],
  ])('%s shows a person', (hash, ids) => {
    expect(read(hash)).toMatchObject({ view: 'person', ...ids });
  });

  it.each(['', '#/chats', '#/chats/', '#/chats/closed', '#/settings/integrations', '#/reports'])(
    '"%s" shows nobody',
    (hash) => {
      expect(read(hash)).toEqual({
        platform: 'chaport',
        view: 'none',
        hints: { emails: [], phones: [] },
        composer: 'none',
      });
    },
  );

  it('tells a signed-out page by address or form', () => {
    expect(read('#/login').view).toBe('signed-out');
    document.body.innerHTML =
      '<form><input name="email"><input name="password"><input type="submit"></form>';
    expect(read(`#/chats/${hex}/1`).view).toBe('signed-out');
  });
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

describe('hints', () => {
  const hints = (html: string) => {
    document.body.innerHTML = html;
    return read(`#/chats/${hex}/1`).hints;
  };
  const row = (label: string, value: string) =>
    `<div><span>${label}</span><span>${value}</span></div>`;

  it.each([
    [
      'English',
      row('Name', 'Ana Gil') + row('Email:', 'Ana@x.test') + row('Phone', '+34 600 123 456'),
    ],
    [
      'Russian',
      row('Имя', 'Ana Gil') + row('Эл. почта', 'Ana@x.test') + row('Телефон', '+34 600 123 456'),
    ],
    [
      'a list',
      '<dl><dt>Name</dt><dd>Ana Gil</dd><dt>E-mail</dt><dd><a href="mailto:x">Ana@x.test</a></dd><dt>Phone</dt><dd>+34 600 123 456</dd></dl>',
    ],
    [
      'fields',
      '<label><span>Name</span><input value="Ana Gil"></label><input type="email" value="Ana@x.test"><label for="p">Phone</label><i></i><input id="p" value="+34 600 123 456">',
    ],
  ])('from a panel with %s', (_name, html) => {
    expect(hints(html)).toEqual({
      name: 'Ana Gil',
      emails: ['Ana@x.test'],
      phones: ['+34 600 123 456'],
    });
  });

  it('never come from messages, the chat list, or text that no label names', () => {
    const html = `
      <div id="conversations">${row('Email', 'list@x.test')}</div>
      <div class="chat-messages"><div>${row('Email', 'said@x.test')}</div></div>
      <p>write to free@x.test</p><a href="mailto:free@x.test">free@x.test</a>
      <textarea id="chat-input">me@x.test</textarea>${row('Manager', 'boss@x.test')}`;
    expect(hints(html)).toEqual({ name: undefined, emails: [], phones: [] });
  });

  it('ignore placeholders, invented names and values of another form', () => {
    const html = `${row('Name', '+ Add name')}${row('Name', 'Visitor #12')}${row('Email', '+ Add email')}${row('Phone', 'call me')}<label>Email`;
    expect(hints(html)).toEqual({ name: undefined, emails: [], phones: [] });
  });

  it('do not go over to the next visitor before the page has changed', () => {
    const shown = { name: 'Ana', emails: ['a@x.test'], phones: [] };
    expect(hints(row('Name', 'Ana') + row('Email', 'a@x.test'))).toEqual(shown);
    expect(read(`#/chats/${uuid}/2`).hints).toEqual({ name: undefined, emails: [], phones: [] });
    expect(read(`#/chats/${hex}/3`).hints).toEqual(shown);
    const value = document.querySelector('div:nth-child(2) span:nth-child(2)');
    if (value !== null) value.textContent = 'b@x.test';
    expect(read(`#/chats/${uuid}/2`).hints.emails).toEqual(['b@x.test']);
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
