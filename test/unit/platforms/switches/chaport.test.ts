import { expect, test } from 'vitest';
import type { PlatformApi } from '../../../../lib/platforms/contract/api';
import { chaportValues } from '../../../helpdesks/chaport/switch-values';
import type { ChaportSwitches } from '../../../helpdesks/chaport/switches';
import { throwsOf } from '../../../helpdesks/core/switch-values';
import { apiOver, authorised, onChaport } from '../emulated';
import { CheckedReader } from '../history-reader';
import { overBothWays, reach, type Way } from '../reach';
import { contract, failureOf, shown } from './contract';
import { switchWorld } from './switch-world';

const { signal } = new AbortController();

/** Somebody with many chats, and somebody who never wrote. */
function open(switches: Partial<ChaportSwitches>, way: Way = 'directly') {
  const desk = reach(way, onChaport(switchWorld, switches));
  const { data } = desk.emulator;
  const recordOf = (id: string) => {
    const record = desk.records.find(({ contact }) => contact.id === id);
    if (record === undefined) throw new TypeError('nobody');
    return record;
  };
  const visitor = data.ofPerson('amelie');
  const silent = data.ofPerson('silent');
  return { ...desk, visitor, busy: recordOf(visitor.id), silent: recordOf(silent.id) };
}

/** Follows the list as the worker does, which leaves off at a page that leads back. */
async function listed(api: PlatformApi): Promise<{ ids: string[]; dropped: number }> {
  const ids: string[] = [];
  const followed = new Set<string>();
  let dropped = 0;
  for (let cursor: string | undefined; ; ) {
    const page = await api.directoryPage?.(cursor, signal);
    if (page === undefined) throw new TypeError('no directory');
    ids.push(...page.contacts.map(({ id }) => id));
    dropped += page.dropped;
    cursor = page.next;
    if (cursor === undefined || followed.has(cursor)) return { ids, dropped };
    followed.add(cursor);
  }
}

const isRefusing = ({ rateLimit }: Partial<ChaportSwitches>) => rateLimit?.requests === 0;
const all = overBothWays(throwsOf(chaportValues));

test.each(all.filter(({ switches }) => !isRefusing(switches)))(
  'Chaport, $name: everybody is listed, read and known',
  async ({ switches, way }) => {
    const { emulator, busy, silent, visitor } = open(switches, way);
    const { api } = busy;
    await expect(api.check(signal)).resolves.toMatchObject({ warnings: [] });

    const { ids } = await listed(api);
    const known = emulator.data.visitors.filter(
      ({ chats }) => switches.neverChatted !== 'left-out' || chats.length > 0,
    );
    expect([...new Set(ids)].sort()).toEqual(known.map(({ id }) => id).sort());

    await contract.identifies(api, shown('chaport', { contactId: visitor.id }), visitor.id);
    const hints = { emails: [visitor.email ?? ''], phones: [] };
    const foreign = await api.identify(
      shown('chaport', { contactId: visitor.webId, hints }),
      signal,
    );
    expect(foreign.kind).toBe('look-for');

    if (switches.noChat === '500') {
      // An error of the server's is no proof that there is nothing.
      const reader = new CheckedReader(silent);
      await reader.readAll(7);
      expect(reader.coverage).toMatchObject({ state: 'partial', reason: 'platform-cap' });
    } else await contract.readsWhole(silent);
    const cut = switches.hostileLinks === 'more' || switches.hostileLinks === 'both';
    if (!cut) await contract.readsWhole(busy);
    await contract.keepsNote(api, busy.contact, switches.notesKept);
    await contract.completes(api, busy.contact);
  },
);

test.each(chaportValues.hostileLinkForm)(
  'Chaport, hostileLinkForm: "%s": no link is followed, and what is missing is told',
  async (hostileLinkForm) => {
    const { emulator, busy } = open({ hostileLinks: 'both', hostileLinkForm, pageSize: 4 });
    const { ids, dropped } = await listed(busy.api);
    expect([ids.length, dropped]).toEqual([4, 1]);
    const reader = new CheckedReader(busy);
    await reader.readAll(7);
    expect(reader.coverage).toMatchObject({ state: 'partial', dropped: 1 });
    expect(emulator.log.api().every(({ path }) => path.startsWith('/api/v1/'))).toBe(true);
    expect(emulator.log.api().every(({ host }) => host === 'app.chaport.com')).toBe(true);
  },
);

test.each(all.filter(({ switches }) => isRefusing(switches)))(
  'Chaport, $name: the pause is told where the service tells it',
  async ({ switches, way }) => {
    const { busy } = open(switches, way);
    const asked = Date.now();
    const calls = [
      busy.api.check(signal),
      busy.api.directoryPage?.(undefined, signal),
      busy.api.identify(shown('chaport', { contactId: busy.contact.id }), signal),
      new CheckedReader(busy).readAll(7),
    ];
    for (const error of await Promise.all(calls.map(failureOf))) {
      expect(error.failure).toBe('rate-limited');
      const told = switches.rateLimit?.retryAfterSeconds ?? undefined;
      if (told === undefined) expect(error.retryAt).toBeUndefined();
      else expect(error.retryAt).toBeGreaterThanOrEqual(asked + told * 1_000);
    }
  },
);

test.each(chaportValues.wrongToken)(
  'Chaport, wrongToken: "%s": a wrong token is told as such, whatever the body says',
  async (wrongToken) => {
    for (const errorBody of chaportValues.errorBody) {
      const { emulator, connection } = open({ wrongToken, errorBody });
      const wrong = { token: 'somebody-else' };
      const api = apiOver(connection, authorised(emulator, connection, wrong));
      const failure = { 401: 'unauthorised', 403: 'forbidden', '200-with-error': undefined };
      const told = failure[wrongToken];
      await expect(api.check(signal)).rejects.toMatchObject(
        told === undefined ? { reason: 'wrong-key' } : { failure: told },
      );
    }
  },
);

test.each(chaportValues.notesOverLimit)(
  'Chaport, notesOverLimit: "%s": a note that does not fit is never taken for kept, and the rest stays',
  async (notesOverLimit) => {
    const { busy, visitor } = open({ notesLimit: 60, notesOverLimit });
    visitor.notes = 'Prefers mail. VIP since 2019.';
    await expect(contract.keepsNote(busy.api, busy.contact)).rejects.toThrow();
    expect(visitor.notes).toMatch(/^Prefers mail\. VIP since 2019\./);
  },
);

test.each(chaportValues.notesKept)(
  'Chaport, notesKept: "%s": notes go beside what colleagues wrote in several lines',
  async (notesKept) => {
    const { busy, visitor } = open({ notesKept });
    visitor.notes = 'Prefers mail.\n\n  VIP since 2019.\n';
    await contract.keepsNote(busy.api, busy.contact, notesKept);
    if (['collapsed', 'dashes', 'cut'].includes(notesKept)) return;
    expect(visitor.notes.replaceAll('\r', '')).toMatch(/^Prefers mail\.\n\n {2}VIP since 2019\./);
    expect((await busy.api.notes?.read(busy.contact, signal))?.copies.length).toBe(1);
  },
);
