import { describe, expect, it, test } from 'vitest';
import { ReplyRefused } from '../../../lib/platforms/contract/replies';
import { languages } from '../../helpdesks/chatwoot/api/sentences';
import { apiOver, authorised, onChatwoot } from './emulated';
import { CheckedReader } from './history-reader';
import { failureOf, shown } from './switches/contract';
import { switchWorld } from './switches/switch-world';

const { signal } = new AbortController();

function deskIn(language: (typeof languages)[number], version = '4.15.1') {
  const desk = onChatwoot(switchWorld, { language, version });
  const [account] = desk.emulator.installation('app.chatwoot.com').accounts;
  const row = account?.contacts.find(({ personKey }) => personKey === 'amelie');
  const record = desk.records.find(({ contact }) => contact.id === String(row?.id));
  if (record === undefined) throw new TypeError('nobody');
  return { ...desk, record, ...record };
}

/** Every language, on servers on both sides of the filter by contact. */
const servers = languages.flatMap((language) =>
  ['4.0.1', '4.6.3', '4.14.1', '4.15.1'].map((version) => ({ language, version })),
);

test.each(servers)(
  'Chatwoot $version in $language shows the whole history, also from its list',
  async ({ language, version }) => {
    const { record, connection } = deskIn(language, version);
    const reader = new CheckedReader(record);
    await reader.readAll(7);
    expect([...reader.stored.keys()].sort()).toEqual([...record.truth.keys()].sort());
    const filters = version === '4.15.1' ? 'yes' : 'no';
    expect(connection.facts.contactIdFilter).toBe(filters);
  },
);

describe.each(languages)('Chatwoot that answers in %s', (language) => {
  it('is told from one that lost the key on the way', async () => {
    const { api, emulator } = deskIn(language);
    emulator.switches.dropKeyHeaders = true;
    await expect(api.check(signal)).rejects.toMatchObject({
      reason: 'wrong-key',
      message: expect.stringContaining('proxy'),
    });
  });

  it('tells a wrong key, and a good one that may not', async () => {
    const { connection, emulator, contact } = deskIn(language);
    const page = shown('chatwoot', { account: '1', contactId: contact.id });
    const as = (token: string) => apiOver(connection, authorised(emulator, connection, { token }));
    expect((await failureOf(as('cw-nobody').identify(page, signal))).failure).toBe('unauthorised');
    emulator.switches.suspendedAccounts = [1];
    const { admin } = emulator.tokens;
    expect((await failureOf(as(admin).identify(page, signal))).failure).toBe('forbidden');
  });

  it('tells a short code that is taken, and one that is refused for another reason', async () => {
    const { api } = deskIn(language);
    const draft = {
      title: '',
      shortcut: 'hello',
      body: 'a',
      tags: [],
      variants: [],
      platforms: [],
    };
    const refusal = async (change: Partial<typeof draft>) => {
      const error = await api.saveReply?.({ ...draft, ...change }, signal).catch((e: unknown) => e);
      if (!(error instanceof ReplyRefused)) throw new TypeError('it was taken');
      return error.conflict;
    };
    expect(await refusal({})).toBe(true);
    expect(await refusal({ body: ' ' })).toBe(false);
    expect(await refusal({ shortcut: '/' })).toBe(false);
  });
});
