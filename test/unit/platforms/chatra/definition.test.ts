import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { TransportError, type TransportFailure } from '../../../../lib/http/errors';
import type { Connection } from '../../../../lib/model/connection';
import { descriptorSchema } from '../../../../lib/model/descriptor';
import type { PageContext } from '../../../../lib/model/page';
import { chatra } from '../../../../lib/platforms/chatra/definition';

const now = Date.UTC(2026, 10, 20);
const chat = 'Wm7HqTz4RkPnB2yXc';
const clientPath = `/api/clients/${chat}`;
const signal = new AbortController().signal;

const connection: Connection = {
  id: 'chatra-1',
  platform: 'chatra',
  label: 'Chatra',
  apiOrigin: 'https://app.chatra.io',
  pageOrigin: 'https://app.chatra.io',
  transport: 'direct',
  health: { state: 'unknown' },
  facts: {},
  fields: {},
  createdAt: now,
};

/** Answers every call with the next of these, and the last one for ever. */
function scripted(answers: unknown[], facts: Record<string, string> = {}) {
  const asked: string[] = [];
  const learned: Record<string, string> = {};
  const api = chatra.createApi({
    connection: { ...connection, facts },
    transport: {
      async send(request) {
        const answer = answers[Math.min(asked.length, answers.length - 1)];
        asked.push(`${request.method} ${request.path}`);
        if (answer instanceof Error) throw answer;
        return { status: 200, body: answer };
      },
    },
    now: () => now,
    async remember(key, value) {
      learned[key] = value;
    },
  });
  return { api, asked, learned };
}

function failure(kind: TransportFailure, status: number, body = ''): TransportError {
  return new TransportError(kind, { status, body });
}

function context(hints: Partial<PageContext['hints']> = {}): PageContext {
  return {
    platform: 'chatra',
    view: 'person',
    conversationId: chat,
    hints: { emails: [], phones: [], ...hints },
    composer: 'reply',
  };
}

const unknownIds: [string, unknown][] = [
  ['404 with JSON', failure('not-found', 404, '{"error":{"message":"no"}}')],
  ['404 with HTML', failure('not-found', 404, '<h1>no</h1>')],
  ['404 without body', failure('not-found', 404)],
  ['400', failure('refused', 400, 'bad id')],
  ['null', null],
];

describe('definition', () => {
  it('is described by plain data and leads to the one host', () => {
    expect(v.is(descriptorSchema, chatra.descriptor)).toBe(true);
    expect(chatra.readFields({})).toEqual({
      apiOrigin: 'https://app.chatra.io',
      pageOrigin: 'https://app.chatra.io',
      label: 'Chatra',
    });
  });

  it('joins the keys with a colon', () => {
    expect(chatra.authorise({ publicKey: ' Pub1 ', secretKey: 'Sec/2' })).toEqual({
      Authorization: 'Chatra.Simple Pub1:Sec/2',
    });
  });

  it.each([
    {},
    { publicKey: 'a' },
    { publicKey: 'a', secretKey: '' },
    { publicKey: 'a:b', secretKey: 'c' },
    { publicKey: 'a', secretKey: 'c\nX: y' },
    { publicKey: 'a', secretKey: 'ü' },
  ])('refuses %j', (secrets: Record<string, string>) => {
    expect(() => chatra.authorise(secrets)).toThrow(TypeError);
  });
});

describe('check', () => {
  it.each(unknownIds)('accepts the keys when nobody is known: %s', async (_name, answer) => {
    const { api, asked } = scripted([answer]);
    expect(await api.check(signal)).toEqual({ warnings: [] });
    expect(asked).toEqual(['GET /api/clients/deskside-key-check']);
  });

  it.each<[TransportFailure, number]>([
    ['unauthorised', 401],
    ['forbidden', 403],
  ])('takes %s for wrong keys', async (kind, status) => {
    const { api } = scripted([failure(kind, status)]);
    await expect(api.check(signal)).rejects.toMatchObject({ failure: 'unauthorised', status });
  });

  it.each<[TransportFailure, number]>([
    ['refused', 422],
    ['server-error', 500],
    ['not-json', 200],
    ['rate-limited', 429],
  ])('shows %s as it is', async (kind, status) => {
    const failed = failure(kind, status);
    await expect(scripted([failed]).api.check(signal)).rejects.toBe(failed);
  });
});

describe('identify', () => {
  it.each(unknownIds)(
    'builds the contact from the page after %s, and asks once',
    async (_n, no) => {
      const { api, asked, learned } = scripted([no]);
      const hints = {
        name: 'Nora',
        emails: ['Nora@X.test', 'nora@x.test'],
        phones: ['+46 70 123 45 67', '070-1'],
      };
      const expected = {
        kind: 'contact',
        dropped: 0,
        contact: {
          connectionId: 'chatra-1',
          platform: 'chatra',
          id: chat,
          name: 'Nora',
          emails: ['Nora@X.test'],
          emailKeys: ['nora@x.test'],
          phones: ['+46 70 123 45 67', '070-1'],
          phoneKeys: ['+46701234567'],
          externalIds: [],
          url: `https://app.chatra.io/conversations/${chat}`,
          fetchedAt: now,
        },
      };
      expect(await api.identify(context(hints), signal)).toEqual(expected);
      expect(await api.identify(context(hints), signal)).toEqual(expected);
      expect(asked).toEqual([`GET ${clientPath}`]);
      expect(learned).toEqual({ clientByChatId: 'no' });
    },
  );

  it('does not ask an account that is known not to answer', async () => {
    const { api, asked } = scripted([null], { clientByChatId: 'no' });
    await api.identify(context(), signal);
    expect(asked).toEqual([]);
  });

  it('reads the client where the account answers', async () => {
    const client = {
      id: 'k3v9q0w7m2x5c8z1b4n6',
      displayedName: 'Nora L.',
      info: { Name: 'Nora Lindqvist', email: ' nora@x.test ' },
      basicInfo: { email: 'second@x.test', phone: null, name: 7 },
      integrationData: { EMAIL: 'NORA@x.test', Phone: '+46701234567', Plan: 'Team' },
      location: { city: 'Lund', country: 'Sweden' },
      language: 'sv_SE',
    };
    const { api, learned } = scripted([client]);
    const answer = await api.identify(context({ emails: ['page@x.test'], name: 'Nora' }), signal);
    expect(answer).toMatchObject({
      contact: {
        id: chat,
        handle: 'k3v9q0w7m2x5c8z1b4n6',
        name: 'Nora Lindqvist',
        placeholderName: undefined,
        emailKeys: ['nora@x.test', 'second@x.test', 'page@x.test'],
        phoneKeys: ['+46701234567'],
        externalIds: [],
        location: 'Lund, Sweden',
        language: 'sv-SE',
      },
    });
    expect(learned).toEqual({ clientByChatId: 'yes' });
  });

  it.each([
    [{}, undefined, undefined],
    [{ id: 5, info: null, basicInfo: [], integrationData: 'x', location: 3 }, undefined, undefined],
    [{ displayedName: 'Lund, Sweden' }, undefined, 'Lund, Sweden'],
    [{ displayedName: 'x', basicInfo: { name: 'Nora' } }, 'Nora', undefined],
  ])('tolerates %j', async (client, name, placeholderName) => {
    const { api } = scripted([client]);
    const answer = await api.identify(context(), signal);
    expect(answer).toMatchObject({ kind: 'contact', contact: { name, placeholderName } });
  });

  it('knows what the page shows while the first try fails, and tries again', async () => {
    const { api, asked, learned } = scripted([failure('server-error', 503), { id: 'c' }]);
    const first = await api.identify(context({ name: 'Nora' }), signal);
    expect(first).toMatchObject({ contact: { name: 'Nora', placeholderName: undefined } });
    expect(learned).toEqual({});
    const second = await api.identify(context({ name: 'Nora' }), signal);
    expect(second).toMatchObject({ contact: { handle: 'c' } });
    expect(asked).toHaveLength(2);
  });

  it('takes a text for no client', async () => {
    await expect(scripted(['hello']).api.check(signal)).rejects.toMatchObject({
      failure: 'not-json',
    });
  });

  it('fails rather than forget when an account that answers fails', async () => {
    const { api } = scripted([failure('timeout', 0)], { clientByChatId: 'yes' });
    await expect(api.identify(context(), signal)).rejects.toMatchObject({ failure: 'timeout' });
  });

  it('keeps asking an account that answers, though one chat is unknown', async () => {
    const { api, asked, learned } = scripted([null], { clientByChatId: 'yes' });
    await api.identify(context(), signal);
    await api.identify(context(), signal);
    expect(asked).toHaveLength(2);
    expect(learned).toEqual({});
  });

  it.each<[TransportFailure, number]>([
    ['unauthorised', 401],
    ['forbidden', 403],
  ])('says so when keys are wrong: %s', async (kind, status) => {
    const { api } = scripted([failure(kind, status)]);
    await expect(api.identify(context(), signal)).rejects.toMatchObject({
      failure: 'unauthorised',
    });
  });

  it('passes on the reason of an abort', async () => {
    const reason = new DOMException('gone', 'AbortError');
    await expect(scripted([reason]).api.identify(context(), signal)).rejects.toBe(reason);
  });

  it('knows nobody without a conversation', async () => {
    const { api, asked } = scripted([null]);
    const list: PageContext = { ...context(), view: 'none', conversationId: undefined };
    expect(await api.identify(list, signal)).toMatchObject({
      kind: 'unknown',
      coverage: { state: 'unknown-identity', reason: 'no-identifier' },
    });
    expect(asked).toEqual([]);
    expect(chatra.contactFromPage?.(list, { connection, now })).toBeUndefined();
  });

  it('takes an invented label for a placeholder', () => {
    const contact = chatra.contactFromPage?.(context({ name: 'Visitor #12' }), { connection, now });
    expect(contact).toMatchObject({ name: undefined, placeholderName: 'Visitor #12' });
  });
});
