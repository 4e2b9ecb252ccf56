// @vitest-environment happy-dom
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { pageContextSchema } from '../../../../../lib/model/page';
import { rememberFocused } from '../../../../../lib/platforms/contract/composer';
import { kustomerPage } from '../../../../../lib/platforms/kustomer/page/adapter';
import { CONVERSATION, CUSTOMER } from '../fakes';

function at(address: string): Location {
  const { hostname, pathname } = new URL(address);
  return Object.create(window.location, {
    hostname: { value: hostname },
    pathname: { value: pathname },
  });
}

function read(path: string) {
  const context = kustomerPage.read(document, at(`https://acme.kustomerapp.com${path}`));
  expect(v.is(pageContextSchema, context)).toBe(true);
  return context;
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('recognises', () => {
  it.each([
    'https://acme.kustomerapp.com/',
    'https://acme.kustomerapp.com/app',
    'https://acme-sandbox.kustomerapp.com/app/customers/1',
    'https://acme.kustomerapp.com/login?next=/app',
  ])('%s', (address) => {
    expect(kustomerPage.recognises(document, at(address))).toBe(true);
  });

  it.each([
    'https://api.kustomerapp.com/app',
    'https://cdn.kustomerapp.com/app',
    'https://acme.api.kustomerapp.com/app',
    'https://kustomerapp.com/app',
    'https://acme.kustomerapp.com.evil.example/app',
    'https://evilkustomerapp.com/app',
    'https://acme.kustomerapp.com/oauth/authorize',
    'https://acme.kustomerapp.com/application',
    'https://acme.example.com/app',
  ])('not %s', (address) => {
    expect(kustomerPage.recognises(document, at(address))).toBe(false);
  });
});

describe('address', () => {
  it.each([
    [`/app/customers/${CUSTOMER}`, CUSTOMER, undefined],
    [`/app/customers/${CUSTOMER}/`, CUSTOMER, undefined],
    [`/app/customers/${CUSTOMER.toUpperCase()}/event/${CONVERSATION}`, CUSTOMER, CONVERSATION],
    [`/app/customers/${CUSTOMER}/event/${CONVERSATION}/reply?x=1#y`, CUSTOMER, CONVERSATION],
    [`/app/customers/${CUSTOMER}/event/short`, CUSTOMER, undefined],
    [`/app/search/abc/customers/${CUSTOMER}/event/${CONVERSATION}`, CUSTOMER, CONVERSATION],
    [`/app/conversations/${CONVERSATION}`, undefined, CONVERSATION],
  ])('%s shows a person', (path, contactId, conversationId) => {
    expect(read(path)).toMatchObject({ platform: 'kustomer', view: 'person' });
    expect(read(path).contactId).toBe(contactId);
    expect(read(path).conversationId).toBe(conversationId);
  });

  it.each([
    '/',
    '/app',
    '/app/customers',
    `/app/customers/${CUSTOMER}0`,
    '/app/customers/66a0000000000000000000zz',
    '/app/search/66a000000000000000000051',
    `/app/users/status?u=${CUSTOMER}`,
    '/app/settings/api_keys',
  ])('%s shows nobody', (path) => {
    expect(read(path)).toMatchObject({ view: 'none', hints: { emails: [], phones: [] } });
  });

  it('asks to log in first', () => {
    expect(read('/login').view).toBe('signed-out');
  });
});

describe('hints', () => {
  const person = `/app/customers/${CUSTOMER}`;

  it('are the only address and number on the page', () => {
    document.body.innerHTML = `
      <a href="mailto:Dana.Reyes@example.com?subject=x">x</a>
      <a href="MAILTO:dana.reyes%40example.com">x</a><a href="tel:+15555550123">x</a>`;
    expect(read(person).hints).toEqual({
      emails: ['dana.reyes@example.com'],
      phones: ['+15555550123'],
    });
  });

  it('are none when there are two', () => {
    document.body.innerHTML =
      '<a href="mailto:a@example.com">x</a><a href="mailto:b@example.com">x</a><a href="tel:%">x</a>';
    expect(read(person).hints).toEqual({ emails: [], phones: ['%'] });
  });

  it('ignore what is empty or endless', () => {
    document.body.innerHTML = `<a href="mailto:">x</a><a href="mailto:${'a'.repeat(400)}">x</a>`;
    expect(read(person).hints.emails).toEqual([]);
  });
});

describe('composer', () => {
  function editor(attributes = '', placeholder = '') {
    return `<div class="DraftEditor-root">
      ${placeholder && `<div class="public-DraftEditorPlaceholder-root">${placeholder}</div>`}
      <div class="DraftEditor-editorContainer"><div class="notranslate public-DraftEditor-content"
        contenteditable="true" role="textbox" tabindex="0" ${attributes}><div data-contents="true"></div></div></div>
    </div>`;
  }

  it.each([
    ['nothing', '', 'none'],
    ['an unnamed Draft editor', editor(), 'reply'],
    ['one named as reply', editor('aria-label="Reply to Dana"'), 'reply'],
    ['one named as note', editor('aria-label="Internal note"'), 'note'],
    ['a placeholder', editor('', 'Add a note…'), 'note'],
    ['a placeholder for replies', editor('', 'Reply, or type / to add a note'), 'reply'],
    ['a word that only begins so', editor('aria-label="Notebook"'), 'reply'],
    ['a named area', `<section aria-label="Note">${editor()}</section>`, 'note'],
    [
      'the nearest named area',
      `<section aria-label="Notes"><div aria-label="E-mail">${editor()}</div></section>`,
      'reply',
    ],
    [
      'a label elsewhere',
      `<h3 id="t">Post a note</h3><div aria-labelledby="x t">${editor()}</div>`,
      'note',
    ],
    [
      'its own name rather than the area’s',
      `<section aria-label="Note">${editor('aria-label="Reply"')}</section>`,
      'reply',
    ],
    [
      'the button of an unnamed editor with text',
      `<div>${editor()}<button>bold</button><button>Post note</button></div>`,
      'note',
    ],
    ['the button for replies', `<div>${editor()}<button>Send</button></div>`, 'reply'],
    [
      'buttons for both',
      `<div><button>Reply</button><button>Note</button>${editor()}</div>`,
      'reply',
    ],
    [
      'the button of another editor',
      `<div><div>${editor()}</div><div>${editor()}<button>Post note</button></div></div>`,
      'reply',
    ],
    ['a hidden editor', `<div hidden>${editor()}</div>`, 'none'],
    ['an editor behind a dialog', `<div aria-hidden="true">${editor()}</div>`, 'none'],
    [
      'a read-only editor',
      editor().replace('contenteditable="true"', 'contenteditable="false"'),
      'none',
    ],
    [
      'a search box',
      `<div role="search"><p contenteditable="true" role="textbox"></p></div>`,
      'none',
    ],
    ['another editor', '<p contenteditable="true" role="textbox" aria-label="Note"></p>', 'note'],
  ])('%s', (_case, html, kind) => {
    document.body.innerHTML = html;
    expect(read('/app').composer).toBe(kind);
  });

  it('is the focused one of several, else the first', () => {
    document.body.innerHTML =
      editor('aria-label="Reply" id="reply"') + editor('aria-label="Note" id="note"');
    expect(read('/app').composer).toBe('reply');
    document.getElementById('note')?.focus();
    expect(read('/app').composer).toBe('note');
  });

  it('is the one that had the caret last, while the focus is elsewhere', () => {
    document.body.innerHTML = `${editor('aria-label="Reply"')}${editor('aria-label="Note" id="note"')}<button></button>`;
    const note = document.getElementById('note');
    if (note !== null) rememberFocused(note);
    document.querySelector('button')?.focus();
    expect(read('/app')).toMatchObject({
      composer: 'note',
      composerState: { formatting: [], limit: 10_240 },
    });
  });

  it('is unclear where two of a kind are open and none had the caret', () => {
    document.body.innerHTML = editor('aria-label="Reply"') + editor('aria-label="Reply to all"');
    expect(read('/app').composerState?.blocked).toBe('several');
  });

  it('is unseen while it is not displayed', () => {
    document.body.innerHTML = `<div style="display: none">${editor()}</div>`;
    expect(read('/app').composer).toBe('none');
  });
});
