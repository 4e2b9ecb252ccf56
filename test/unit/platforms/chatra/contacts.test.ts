import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import type { TransportFailure } from '../../../../lib/http/transport-error';
import type { PageContext } from '../../../../lib/model/page';
import { contactFromClient } from '../../../../lib/platforms/chatra/contacts';
import { chatra } from '../../../../lib/platforms/chatra/definition';
import { clientSchema } from '../../../../lib/platforms/chatra/schemas';
import { chat, connection, context, failure, now, scripted, signal, unknownIds } from './fake';

const clientPath = `/api/clients/${chat}`;

test('what the site passed about a client becomes attributes, without notes and addresses', () => {
  const client = v.parse(clientSchema, {
    id: 'secret',
    integrationData: { Name: 'Ana', email: 'ana@mail.org', notes: 'VIP', plan: 'gold', seats: 3 },
  });
  const contact = contactFromClient(client, context(), 'chat', { connection, now: 0 });
  expect(contact.attributes).toEqual([
    { label: 'Plan', value: 'gold' },
    { label: 'Seats', value: '3' },
  ]);
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
