import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, commands, type MessageType } from '../../../lib/messaging/commands';
import { type Handlers, route, type Sender } from '../../../lib/worker/router';
import { reply } from '../replies/samples';

const extension = { id: 'deskside-id', base: 'chrome-extension://deskside-id/' };

const senders: Record<string, Sender> = {
  page: {
    id: extension.id,
    url: 'https://app.chatwoot.com/app/accounts/1/conversations/7',
    frameId: 0,
    tab: { id: 3, windowId: 1 },
  },
  panel: { id: extension.id, url: `${extension.base}sidepanel.html` },
  options: {
    id: extension.id,
    url: `${extension.base}options.html#connect/chatwoot`,
    tab: { id: 4, windowId: 1 },
  },
  'frame in a page': {
    id: extension.id,
    url: 'https://app.chatwoot.com/',
    frameId: 2,
    tab: { id: 3, windowId: 1 },
  },
  'page without tab': { id: extension.id, url: 'https://app.chatwoot.com/', frameId: 0 },
  'other extension': { id: 'other', url: 'chrome-extension://other/sidepanel.html' },
  'other extension with our panel’s address': {
    id: 'other',
    url: `${extension.base}sidepanel.html`,
  },
  'other extension with our settings’ address': {
    id: 'other',
    url: `${extension.base}options.html`,
  },
  'other extension in a helpdesk page': {
    id: 'other',
    url: 'https://app.chatwoot.com/app/accounts/1/conversations/5',
    frameId: 0,
    tab: { id: 3, windowId: 1 },
  },
  'other page of ours': { id: extension.id, url: `${extension.base}elsewhere.html` },
  'no address': { id: extension.id },
};

const card = { name: 'Orders', key: 'order', address: 'https://shop.example/?e={email}' };

const payloads: { [T in MessageType]: unknown } = {
  'completion.offers': { contacts: [{ connectionId: 'chatwoot-1', id: '1' }] },
  'completion.write': {
    contacts: [{ connectionId: 'chatwoot-1', id: '1' }],
    field: 'email',
    value: 'ana@example.com',
    source: { connectionId: 'kustomer-1', id: '2' },
    target: { connectionId: 'chatwoot-1', id: '1' },
  },
  'completion.undo': { id: 'w1' },
  'completion.look': {},
  'membrane.sign-in': { draftId: 'draft-1' },
  'membrane.sign-in-on-page': {},
  'membrane.sign-out': {},
  'membrane.list': { platform: 'chatwoot' },
  'membrane.ensure': { platform: 'chatwoot' },
  'membrane.look': { id: 'con1' },
  'membrane.open': { id: 'con1' },
  'membrane.confirm': { connectionId: 'chatwoot-1' },
  'index.go-on': {},
  'page.context': {
    context: {
      platform: 'chatwoot',
      view: 'none',
      hints: { emails: [], phones: [] },
      composer: 'none',
    },
  },
  'page.capture': { platform: 'chatra', conversationId: 'c1', items: [] },
  'page.walk': { platform: 'chatra', conversationId: 'c1', count: 3 },
  'page.gone': {},
  'page.activity': {},
  'panel.watch': { windowId: 1 },
  'panel.refresh': { windowId: 1 },
  'panel.more': { windowId: 1 },
  'panel.all': { windowId: 1 },
  'panel.stop': { windowId: 1 },
  'panel.walk': { windowId: 1, action: 'start' },
  'panel.directory': { connectionId: 'chaport-1', action: 'start' },
  'panel.open-settings': {},
  'set-up.offers': {},
  'set-up.open': {},
  'page.shortcut': {},
  'page.notice': { notice: 'keeps-keys' },
  'page.picker': {},
  'panel.open-picker': { ticket: 't' },
  'panel.close-picker': { windowId: 1 },
  'people.decide': {
    windowId: 1,
    one: { connectionId: 'chatwoot-1', id: '7' },
    other: { connectionId: 'chatra-1', id: 'x' },
    verdict: 'different',
  },
  'people.search': { windowId: 1, query: 'Ana' },
  'people.search-end': { windowId: 1 },
  'people.open': { windowId: 1, contact: { connectionId: 'cw', id: '1' } },
  'people.close': { windowId: 1 },
  'options.import-links': { links: [] },
  'options.key-state': {},
  'options.passphrase': { action: 'lock', draftId: 'draft-1' },
  'people.forget': { contacts: [{ connectionId: 'chatwoot-1', id: '7' }] },
  'people.tags': { contacts: [{ connectionId: 'chatwoot-1', id: '7' }] },
  'options.people': { ownDomains: ['example.com'], defaultRegion: 'DE' },
  'panel.insert': {
    ...{ windowId: 1, tabId: 3, subject: 's' },
    ...{ insertionId: 'one', mode: 'reply', text: { blocks: [] } },
  },
  'panel.undo-insert': { windowId: 1, tabId: 3, insertionId: 'one' },
  'replies.refresh': { olderThanMs: 0 },
  'replies.save': {
    reply: {
      source: 'own',
      title: 'Hello',
      shortcut: 'hi',
      body: 'Hello',
      tags: [],
      variants: [],
      platforms: [],
    },
  },
  'replies.draft': {},
  'replies.fill': { subject: 's', reply: 'own/1', connectionId: 'one' },
  'replies.remove': { base: reply({ id: '1' }) },
  'replies.seen': { source: 'own', id: '1' },
  'replies.restore': { source: 'own', id: '1' },
  'replies.import': { replies: [], bases: [] },
  'bulk.plan': {
    kind: 'publish',
    replies: [],
    entries: [],
    leftOut: [],
    tags: { add: [], remove: [] },
  },
  'bulk.act': { run: 'r', action: 'start' },
  'replies.team': { url: '' },
  'notes.save': {
    anchor: 'chatwoot-1/7',
    text: 'VIP',
    pinned: true,
    urgency: 'normal',
    scope: { kind: 'everywhere' },
  },
  'notes.delete': { noteId: 'n1' },
  'notes.restore': { noteId: 'n1', anchor: 'chatwoot-1/7' },
  'notes.resolve': { noteId: 'n1', anchor: 'chatwoot-1/7', text: 'VIP' },
  'notes.retry': { noteId: 'n1', anchor: 'chatwoot-1/7', contact: 'chatwoot-1/7' },
  'notes.discard': { noteId: 'n1', contact: 'chatwoot-1/7' },
  'notes.draft': { anchor: 'chatwoot-1/7', noteId: '', text: '' },
  'notes.refresh': { anchor: 'chatwoot-1/7' },
  'notes.watch': { anchor: 'chatwoot-1/7' },
  'notes.adopt': { anchor: 'chatwoot-1/7', contact: 'chaport-1/7', nativeId: 'copy:n1.1' },
  'notes.putBack': { noteId: 'n', contact: 'chatwoot-1/7' },
  'options.describe': { platform: 'chatwoot', fields: {} },
  'options.test': { draftId: 'draft-1', platform: 'chatwoot', fields: {} },
  'options.save': { draftId: 'draft-1', platform: 'chatwoot', fields: {} },
  'options.remove': { connectionId: 'chatwoot-1' },
  'options.retention': { days: 30 },
  'options.notes': { noteScope: 'here', agentName: 'Mara' },
  'options.past-answers': { isOn: true },
  'options.language': { language: 'zh-CN' },
  'options.forget': {},
  'cards.load': { windowId: 1 },
  'cards.stop': { windowId: 1 },
  'cards.test': { form: card, draftId: 'draft-1' },
  'cards.save': { form: card, draftId: 'draft-1' },
  'cards.remove': { cardId: 'card-1' },
  'cards.leave': { origin: 'https://shop.example' },
};

/** What the worker answers to those that are asked for more than whether it was done. */
const answers = {
  'completion.offers': [],
  'completion.write': { kind: 'done' },
  'completion.undo': { kind: 'done' },
  'membrane.sign-in': { kind: 'ok' },
  'membrane.sign-in-on-page': { kind: 'ok' },
  'membrane.sign-out': { kind: 'ok' },
  'membrane.list': { kind: 'ok', offers: [], dropped: 0 },
  'membrane.ensure': { kind: 'failed', message: '' },
  'membrane.look': { kind: 'failed', message: '' },
  'membrane.open': { kind: 'ok' },
  'set-up.offers': { offers: [], hiddenTabs: 0, ways: { direct: true, membrane: true } },
  'page.shortcut': 'Alt+Shift+Y',
  'page.notice': 'Press Esc.',
  'page.picker': 'ticket',
  'people.decide': { before: 'none' },
  'options.key-state': { hasPassphrase: false, isLocked: false },
  'options.passphrase': 'ok',
  'people.forget': [],
  'people.tags': [],
  'panel.insert': { kind: 'doubtful' },
  'panel.undo-insert': { kind: 'doubtful' },
  'replies.save': { kind: 'ok', id: '1' },
  'replies.remove': { kind: 'ok' },
  'replies.restore': { kind: 'ok' },
  'replies.import': { kind: 'ok' },
  'bulk.plan': { kind: 'ok', id: 'r' },
  'bulk.act': { kind: 'ok', id: 'r' },
  'replies.team': { kind: 'ok' },
  'notes.save': { kind: 'ok', noteId: 'n1' },
  'notes.resolve': { kind: 'ok', noteId: 'n1' },
  'notes.adopt': { kind: 'ok', noteId: 'n1' },
  'notes.putBack': { kind: 'ok', noteId: 'n1' },
  'options.describe': { kind: 'problems', problems: {} },
  'options.test': { kind: 'ok', warnings: [] },
  'options.save': { kind: 'ok', warnings: [] },
  'cards.test': { kind: 'failed', message: '' },
  'cards.save': { kind: 'ok', cardId: 'card-1' },
} satisfies { [T in MessageType]?: Answer<T> };

const answerTo = (type: MessageType): unknown =>
  Object.entries(answers).find(([key]) => key === type)?.[1];

const types = Object.keys(commands) as MessageType[];

function recording() {
  const called: string[] = [];
  const note = (type: MessageType) => async () => void called.push(type);
  const answer =
    <T extends keyof typeof answers>(type: T) =>
    async (): Promise<(typeof answers)[T]> => {
      called.push(type);
      return answers[type];
    };
  const handlers: Handlers = {
    'completion.offers': answer('completion.offers'),
    'completion.write': answer('completion.write'),
    'completion.undo': answer('completion.undo'),
    'completion.look': note('completion.look'),
    'membrane.sign-in': answer('membrane.sign-in'),
    'membrane.sign-in-on-page': answer('membrane.sign-in-on-page'),
    'membrane.sign-out': answer('membrane.sign-out'),
    'membrane.list': answer('membrane.list'),
    'membrane.ensure': answer('membrane.ensure'),
    'membrane.look': answer('membrane.look'),
    'membrane.open': answer('membrane.open'),
    'membrane.confirm': note('membrane.confirm'),
    'index.go-on': note('index.go-on'),
    'page.context': note('page.context'),
    'page.capture': note('page.capture'),
    'page.gone': note('page.gone'),
    'page.activity': note('page.activity'),
    'panel.watch': note('panel.watch'),
    'panel.refresh': note('panel.refresh'),
    'panel.more': note('panel.more'),
    'panel.all': note('panel.all'),
    'panel.stop': note('panel.stop'),
    'panel.walk': note('panel.walk'),
    'page.walk': note('page.walk'),
    'panel.directory': note('panel.directory'),
    'panel.open-settings': note('panel.open-settings'),
    'set-up.offers': answer('set-up.offers'),
    'set-up.open': note('set-up.open'),
    'page.shortcut': answer('page.shortcut'),
    'page.notice': answer('page.notice'),
    'page.picker': answer('page.picker'),
    'panel.open-picker': note('panel.open-picker'),
    'panel.close-picker': note('panel.close-picker'),
    'people.decide': answer('people.decide'),
    'people.search': note('people.search'),
    'people.search-end': note('people.search-end'),
    'people.open': note('people.open'),
    'people.close': note('people.close'),
    'options.import-links': note('options.import-links'),
    'options.key-state': answer('options.key-state'),
    'options.passphrase': answer('options.passphrase'),
    'people.forget': answer('people.forget'),
    'people.tags': answer('people.tags'),
    'options.people': note('options.people'),
    'panel.insert': answer('panel.insert'),
    'panel.undo-insert': answer('panel.undo-insert'),
    'replies.refresh': note('replies.refresh'),
    'replies.save': answer('replies.save'),
    'replies.draft': note('replies.draft'),
    'replies.fill': note('replies.fill'),
    'replies.remove': answer('replies.remove'),
    'replies.seen': note('replies.seen'),
    'replies.restore': answer('replies.restore'),
    'replies.import': answer('replies.import'),
    'bulk.plan': answer('bulk.plan'),
    'bulk.act': answer('bulk.act'),
    'replies.team': answer('replies.team'),
    'notes.save': answer('notes.save'),
    'notes.delete': note('notes.delete'),
    'notes.restore': note('notes.restore'),
    'notes.resolve': answer('notes.resolve'),
    'notes.retry': note('notes.retry'),
    'notes.discard': note('notes.discard'),
    'notes.draft': note('notes.draft'),
    'notes.refresh': note('notes.refresh'),
    'notes.watch': note('notes.watch'),
    'notes.adopt': answer('notes.adopt'),
    'notes.putBack': answer('notes.putBack'),
    'options.describe': answer('options.describe'),
    'options.test': answer('options.test'),
    'options.save': answer('options.save'),
    'options.remove': note('options.remove'),
    'options.retention': note('options.retention'),
    'options.notes': note('options.notes'),
    'options.past-answers': note('options.past-answers'),
    'options.language': note('options.language'),
    'options.forget': note('options.forget'),
    'cards.load': note('cards.load'),
    'cards.stop': note('cards.stop'),
    'cards.test': answer('cards.test'),
    'cards.save': answer('cards.save'),
    'cards.remove': note('cards.remove'),
    'cards.leave': note('cards.leave'),
  };
  return { called, handlers };
}

describe('route', () => {
  const table = types.flatMap((type) => Object.keys(senders).map((sender) => ({ type, sender })));
  test.each(table)('practice 5: $type from $sender', async ({ type, sender }) => {
    const { called, handlers } = recording();
    const allowed = commands[type].senders.some((kind) => kind === sender);
    const answer = await route(
      { type, payload: payloads[type] },
      senders[sender] ?? {},
      handlers,
      extension,
    );
    expect(answer).toEqual(
      allowed ? { ok: true, value: answerTo(type) } : { ok: false, error: 'refused' },
    );
    expect(called).toEqual(allowed ? [type] : []);
  });

  test('tells the handler the tab and origin from the browser, not from the message', async () => {
    let sentFrom: unknown;
    const { handlers } = recording();
    handlers['page.context'] = async (_payload, from) => {
      sentFrom = from.tab;
    };
    const payload = {
      ...(payloads['page.context'] as object),
      origin: 'https://evil.example',
      tabId: 99,
    };
    await route({ type: 'page.context', payload }, senders.page ?? {}, handlers, extension);
    expect(sentFrom).toEqual({ tabId: 3, windowId: 1, origin: 'https://app.chatwoot.com' });
  });

  test.each([-1, 1.5, '3', null])('a walk through %s messages is refused', async (count) => {
    const { called, handlers } = recording();
    const payload = { ...(payloads['page.walk'] as object), count };
    await route({ type: 'page.walk', payload }, senders.page ?? {}, handlers, extension);
    expect(called).toEqual([]);
  });

  test('practice 5: no message makes it throw or reaches a handler unparsed', async () => {
    const { called, handlers } = recording();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom(...types), async (json, type) => {
        const sender = senders.panel ?? {};
        expect(await route(json, sender, handlers, extension)).toEqual({
          ok: false,
          error: 'refused',
        });
        const answer = await route(
          { type: 'page.context', payload: json },
          senders.page ?? {},
          handlers,
          extension,
        );
        expect(answer).toEqual({ ok: false, error: 'refused' });
        await route({ type, payload: json }, senders.options ?? {}, handlers, extension);
      }),
    );
    const open = /^(options\.|membrane\.|set-up\.|completion\.look$)/;
    expect(called.filter((type) => !open.test(type))).toEqual([]);
  });

  test('practice 11: a failing handler answers with the name of the failure only', async () => {
    const { handlers } = recording();
    handlers['panel.watch'] = async () => {
      throw new RangeError('secret detail about ana@example.com');
    };
    const message = { type: 'panel.watch', payload: payloads['panel.watch'] };
    expect(await route(message, senders.panel ?? {}, handlers, extension)).toEqual({
      ok: false,
      error: 'RangeError',
    });
  });

  test('a full disk is told as one, however deep the browser says it', async () => {
    const { handlers } = recording();
    const inner = new DOMException('no more', 'QuotaExceededError');
    for (const error of [inner, Object.assign(new Error('aborted'), { inner })]) {
      handlers['notes.refresh'] = () => Promise.reject(error);
      const message = { type: 'notes.refresh', payload: payloads['notes.refresh'] };
      expect(await route(message, senders.panel ?? {}, handlers, extension)).toEqual({
        ok: false,
        error: 'storage-full',
      });
    }
  });
});
