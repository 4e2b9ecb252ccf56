import { describe, expect, test } from 'vitest';
import { throwsOf } from '../../../helpdesks/core/switch-values';
import { tablesOf } from '../../../helpdesks/kustomer/data/tables';
import { keys } from '../../../helpdesks/kustomer/keys';
import { kustomerValues } from '../../../helpdesks/kustomer/switch-values';
import type { KustomerSwitches } from '../../../helpdesks/kustomer/switches';
import { apiOver, authorised, onKustomer } from '../emulated';
import { CheckedReader } from '../history-reader';
import { overBothWays, reach, type Way } from '../reach';
import { contract, failureOf, shown } from './contract';
import { switchWorld } from './switch-world';

const { signal } = new AbortController();
const rows = tablesOf(switchWorld).customers.all();

function open(switches: Partial<KustomerSwitches>, way: Way = 'directly') {
  const desk = reach(way, onKustomer(switchWorld, switches));
  const row = rows.find((each) => each.person === 'amelie');
  const record = desk.records.find(({ contact }) => contact.id === row?.id);
  if (row === undefined || record === undefined) throw new TypeError('nobody');
  return { ...desk, row, record, ...record };
}

const all = throwsOf(kustomerValues);

test.each(overBothWays(all).filter(({ switches }) => switches.rateLimit !== 0))(
  'Kustomer, $name: people are found, known and read',
  async ({ switches, way }) => {
    const { api, contact, record, row } = open(switches, way);
    await expect(api.check(signal)).resolves.toMatchObject({ warnings: [] });
    const page = shown('kustomer', { contactId: contact.id });
    const known = await contract.identifies(api, page, contact.id);
    expect(known.emailKeys).toEqual(row.emails.map((email) => email.toLowerCase()));
    await contract.finds(api, { kind: 'email', value: row.emails[0] ?? '' }, contact.id);
    await contract.finds(api, { kind: 'phone', value: row.phones[0] ?? '' }, contact.id);
    await contract.readsWhole(record);
    const noted = contract.keepsNote(api, contact);
    if (switches.noteLimit !== 0) await noted;
    else expect((await failureOf(noted)).failure).toBe('rate-limited');
    await contract.completes(api, contact);
  },
);

describe.each(all)('Kustomer, $name', ({ switches }) => {
  test('what several customers share leads to nobody', async () => {
    const sharing = rows.find((row) => row.sharedEmails.length > 0);
    const { api } = open({ ...switches, rateLimit: 1_000 });
    const [value = ''] = sharing?.sharedEmails ?? [];
    expect(value).not.toBe('');
    const found = await api.find?.([{ kind: 'email', value: value.toLowerCase() }], signal);
    expect(found?.contacts ?? []).toEqual([]);
  });

  test('a key with fewer rights, and an expired one, are told as that', async () => {
    const { emulator, connection, contact, record } = open({ ...switches, rateLimit: 1_000 });
    const as = (key: string) => apiOver(connection, authorised(emulator, connection, { key }));
    const narrow = as(keys.noMessages);
    expect((await narrow.check(signal)).warnings.join()).toContain('cannot read messages');
    const reader = new CheckedReader({ ...record, api: narrow });
    await reader.readAll(7);
    expect(reader.coverage).toMatchObject({ state: 'partial', reason: 'missing-right' });
    expect(reader.stored.size).toBe(0);
    // Said in any other words it is a key that is refused, like every other.
    const isWordedSo = switches.expiredKey === 'Le jeton a expiré';
    await expect(as(keys.expired).check(signal)).rejects.toMatchObject({
      reason: isWordedSo ? 'wrong-key' : 'expired-key',
      message: expect.stringContaining(isWordedSo ? 'rejects this API key (401)' : 'has expired'),
    });
    expect(
      (
        await failureOf(
          as(keys.expired).identify(shown('kustomer', { contactId: contact.id }), signal),
        )
      ).failure,
    ).toBe('unauthorised');
  });
});

test.each(kustomerValues.resetHeader)(
  'Kustomer, resetHeader: "%s": a spent budget is told, and for how long where that is known',
  async (resetHeader) => {
    const { api, contact, row, record } = open({ rateLimit: 0, resetHeader });
    const asked = Date.now();
    const calls = [
      api.check(signal),
      api.identify(shown('kustomer', { contactId: contact.id }), signal),
      api.find?.([{ kind: 'email', value: row.emails[0] ?? '' }], signal),
      new CheckedReader(record).readAll(7),
    ];
    for (const error of await Promise.all(calls.map(failureOf))) {
      expect(error.failure).toBe('rate-limited');
      if (resetHeader === 'never') expect(error.retryAt).toBeUndefined();
      else expect(error.retryAt).toBeGreaterThanOrEqual(asked);
    }
  },
);
