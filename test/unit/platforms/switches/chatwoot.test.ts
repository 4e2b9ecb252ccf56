import { expect, test } from 'vitest';
import { chatwootValues } from '../../../helpdesks/chatwoot/switch-values';
import type { ChatwootSwitches } from '../../../helpdesks/chatwoot/switches';
import { throwsOf } from '../../../helpdesks/core/switch-values';
import { onChatwoot } from '../emulated';
import { CheckedReader } from '../history-reader';
import { overBothWays, reach, type Way } from '../reach';
import { contract, failureOf, shown } from './contract';
import { switchWorld } from './switch-world';

const { signal } = new AbortController();

function open(switches: Partial<ChatwootSwitches>, way: Way = 'directly') {
  const desk = reach(way, onChatwoot(switchWorld, switches));
  const [account] = desk.emulator.installation('app.chatwoot.com').accounts;
  const row = account?.contacts.find(({ personKey }) => personKey === 'amelie');
  const record = desk.records.find(({ contact }) => contact.id === String(row?.id));
  if (row === undefined || record === undefined) throw new TypeError('nobody');
  return { ...desk, row, record, ...record };
}

/** Whether the account, or everything, is closed to us; a closed search of names is another matter. */
const isRefusing = ({ throttle, suspendedAccounts, dropKeyHeaders }: Partial<ChatwootSwitches>) =>
  throttle?.limit === 0 || suspendedAccounts?.includes(1) === true || dropKeyHeaders === true;
/** Membrane's connector sends the key in the header that such a server drops. */
const all = overBothWays(throwsOf(chatwootValues)).filter(
  ({ switches, way }) => switches.dropUnderscoreHeaders !== true || way === 'directly',
);

test.each(all.filter(({ switches }) => !isRefusing(switches)))(
  'Chatwoot, $name: people are found, known and read',
  async ({ switches, way }) => {
    const { api, contact, record, row, emulator } = open(switches, way);
    const { version } = await api.check(signal);
    expect(version).toBe(emulator.switches.version);
    const page = { account: '1', contactId: contact.id };
    const known = await contract.identifies(api, shown('chatwoot', page), contact.id);
    expect(known.emailKeys).toEqual([row.email]);
    await contract.finds(api, { kind: 'email', value: row.email ?? '' }, contact.id);
    await contract.finds(api, { kind: 'phone', value: row.phoneNumber ?? '' }, contact.id);
    await contract.readsWhole(record);
    await contract.keepsNote(api, contact);
    await contract.completes(api, contact);

    const names = api.searchContacts?.(row.name, signal);
    if (switches.contactSearchThrottle?.limit === 0) {
      expect((await failureOf(names)).failure).toBe('rate-limited');
    } else expect((await names)?.contacts.map(({ id }) => id)).toContain(contact.id);
  },
);

test.each(all.filter(({ switches }) => isRefusing(switches)))(
  'Chatwoot, $name: every call says why it is refused',
  async ({ switches, way }) => {
    const { api, contact, record, row } = open(switches, way);
    const calls = [
      api.identify(shown('chatwoot', { account: '1', contactId: contact.id }), signal),
      api.find?.([{ kind: 'email', value: row.email ?? '' }], signal),
      api.notes?.read(contact, signal),
      new CheckedReader(record).readAll(7),
    ];
    const isLost = switches.dropKeyHeaders === true ? 'unauthorised' : 'forbidden';
    const why = switches.throttle === undefined ? isLost : 'rate-limited';
    for (const error of await Promise.all(calls.map(failureOf))) expect(error.failure).toBe(why);
  },
);
