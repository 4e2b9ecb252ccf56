// @vitest-environment happy-dom

import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { pageContextSchema } from '../../../../../lib/model/page';
import { chatwootPage } from '../../../../../lib/platforms/chatwoot/page/adapter';

const config = `<script>
  window.chatwootConfig = { hostURL: 'https://desk.example.com', isEnterprise: 'false' }
  window.globalConfig = {"APP_VERSION":"4.15.1","INSTALLATION_NAME":"Fjäll Support"}
</script>`;

/** A document of its own, because what a document's script says is read only once. */
function documentWith(head: string, body = ''): Document {
  return new DOMParser().parseFromString(
    `<html><head>${head}</head><body><div id="app">${body}</div></body></html>`,
    'text/html',
  );
}

function at(path: string): Location {
  window.history.replaceState(null, '', path);
  return window.location;
}

beforeEach(() => {
  at('/');
});

describe('recognises', () => {
  it.each([
    '/app',
    '/app/login',
    '/app/accounts/1/conversations/5',
    '/app/accounts/1/settings/labels',
  ])('the dashboard at %s', (path) => {
    expect(chatwootPage.recognises(documentWith(config), at(path))).toBe(true);
  });

  it.each(['/widget', '/survey/responses/1', '/hc/help/en', '/super_admin', '/application', '/'])(
    'not %s of the same host',
    (path) => {
      expect(chatwootPage.recognises(documentWith(config), at(path))).toBe(false);
    },
  );

  it.each([
    [
      'a website with the widget',
      '<script>window.chatwootSettings = {}; window.chatwootSDK.run()</script>',
    ],
    ['a website that speaks of it', '<script>if (window.chatwootConfig) {}</script>'],
    ['another application', '<script>window.globalConfig = {"APP_VERSION":"4"}</script>'],
    ['a page without scripts', '<title>Chatwoot</title>'],
  ])('not %s', (_, head) => {
    expect(chatwootPage.recognises(documentWith(head), at('/app/accounts/1/conversations/5'))).toBe(
      false,
    );
  });
});

describe('read: the address', () => {
  const a = '/app/accounts/3';
  it.each([
    [`${a}/conversations/12`, { conversationId: '12' }],
    [`${a}/conversations/12/`, { conversationId: '12' }],
    [`${a}/conversations/12?messageId=99#x`, { conversationId: '12' }],
    [`${a}/inbox/2/conversations/12`, { conversationId: '12' }],
    [`${a}/label/vip-kunde/conversations/12`, { conversationId: '12' }],
    [`${a}/label/m%C3%A4rz/conversations/12`, { conversationId: '12' }],
    [`${a}/team/4/conversations/12`, { conversationId: '12' }],
    [`${a}/custom_view/4/conversations/12`, { conversationId: '12' }],
    [`${a}/mentions/conversations/12`, { conversationId: '12' }],
    [`${a}/unattended/conversations/12`, { conversationId: '12' }],
    [`${a}/participating/conversations/12`, { conversationId: '12' }],
    [`${a}/inbox-view/conversation/12`, { conversationId: '12' }],
    [`${a}/contacts/41`, { contactId: '41' }],
    [`${a}/contacts/41/segments/2`, { contactId: '41' }],
    [`${a}/contacts/41/labels/vip`, { contactId: '41' }],
  ])('shows a person: %s', (path, ids) => {
    const context = chatwootPage.read(documentWith(config), at(path));
    expect(context).toEqual({
      platform: 'chatwoot',
      view: 'person',
      account: '3',
      ...ids,
      hints: { emails: [], phones: [] },
      composer: 'none',
      version: '4.15.1',
    });
    expect(v.is(pageContextSchema, context)).toBe(true);
  });

  it.each([
    'dashboard',
    'inbox/2',
    'label/vip',
    'team/4',
    'custom_view/4',
    'mentions/conversations',
    'unattended/conversations',
    'participating/conversations',
    'inbox-view',
    'inbox-view/88',
    'contacts',
    'contacts/active',
    'contacts/segments/2',
    'contacts/labels/vip',
    'contacts/custom_view/4',
    'labels/vip/contacts',
    'companies',
    'companies/5',
    'search/all',
    'notifications',
    'settings/inboxes/2',
    'reports/overview',
    'campaigns/ongoing',
    'captain/assistants',
    'conversations/undefined',
    'conversations/12/extra',
    'conversations/1234567890123456789012345678901',
  ])('shows nobody: %s', (place) => {
    const context = chatwootPage.read(documentWith(config), at(`${a}/${place}`));
    expect(context).toMatchObject({ view: 'none', account: '3', composer: 'none' });
    expect(context.conversationId ?? context.contactId).toBeUndefined();
  });

  it.each(['/app/login', '/app/auth/signup', '/app/auth/reset/password'])(
    'is signed out: %s',
    (path) => {
      expect(chatwootPage.read(documentWith(config), at(path)).view).toBe('signed-out');
    },
  );

  it('has no account outside of accounts', () => {
    const context = chatwootPage.read(documentWith(config), at('/app'));
    expect(context).toMatchObject({ view: 'none', account: undefined });
  });
});

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

  it('keeps quotes and code blocks where there are links and lists', () => {
    const bar = menu('Add or remove link', 'Wrap in bullet list');
    expect(state(box(editorBelow(bar)))?.formatting).toEqual([
      'link',
      'bullet-list',
      'quote',
      'code-block',
    ]);
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

const sidebar = (rows: string, name = 'Ana Lindqvist') => `
  <div class="conversation-details-wrap"><div class="conversation-panel">
    <a href="mailto:someone@else.example">someone@else.example</a></div></div>
  <div class="contact-panel"><div class="w-full p-4"><div class="gap-2"><div><img alt=""></div>
    <div class="gap-1.5"><div><h3>
      ${name} <span></span></h3><div><a href="/app/accounts/3/contacts/41"><span></span></a></div></div>
      <div class="rows">${rows}</div></div></div></div>
    <div class="notes"><a href="mailto:note@else.example">note@else.example</a></div></div>`;

describe('read: the contact area', () => {
  function hints(body: string) {
    return chatwootPage.read(documentWith(config, body), at('/app/accounts/3/conversations/1'))
      .hints;
  }

  it('tells name, e-mail and phone of the contact, not of messages or notes', () => {
    const rows =
      '<a href="mailto:ana%2Bx@example.com?subject=hi">…</a><a href="tel:+46701234567">…</a>';
    expect(hints(sidebar(rows))).toEqual({
      name: 'Ana Lindqvist',
      emails: ['ana+x@example.com'],
      phones: ['+46701234567'],
    });
  });

  it('tells only the name of a contact without addresses', () => {
    expect(hints(sidebar(''))).toEqual({ name: 'Ana Lindqvist', emails: [], phones: [] });
  });

  it('tells nothing when the area is closed', () => {
    expect(
      hints('<a href="mailto:a@b.example">x</a><a href="/app/accounts/3/contacts">y</a>'),
    ).toEqual({
      emails: [],
      phones: [],
    });
  });

  it('cuts what is too long and survives broken escapes', () => {
    const found = hints(sidebar('<a href="mailto:%E0%A4">x</a>', 'x'.repeat(5_000)));
    expect(found.name).toHaveLength(320);
    expect(found.emails).toEqual(['%E0%A4']);
  });
});
