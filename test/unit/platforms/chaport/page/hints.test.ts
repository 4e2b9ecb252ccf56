// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { chaportPage } from '../../../../../lib/platforms/chaport/page/adapter';
import { at, hex } from './chaport-page';

const read = (hash: string) => chaportPage.read(document, at(hash));

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('hints', () => {
  const hints = (html: string) => {
    document.body.innerHTML = html;
    return read(`#/chats/${hex}/1`).hints;
  };
  const row = (label: string, value: string) =>
    `<div><span>${label}</span><span>${value}</span></div>`;

  it('a customer cannot give by writing a label and a value, with a panel beside or without', () => {
    const said = row('Email', 'grace@evil.test');
    const panel = `<aside>${row('Name', 'Ana Gil')}</aside>`;
    // Before an operator joins there is no composer.
    for (const composer of ['', '<textarea id="chat-input"></textarea>']) {
      for (const beside of ['', panel]) {
        const read = hints(`<main><p>hello</p><p>there</p>${said}${composer}</main>${beside}`);
        expect(read.emails).toEqual([]);
      }
    }
  });

  it('need a page that shows where the conversation is, as no label tells a panel from a message', () => {
    expect(hints(`<p>hello</p>${row('Email', 'grace@evil.test')}`).emails).toEqual([]);
  });

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
    expect(hints(`<main>hello</main>${html}`)).toEqual({
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
});
