import { expect, test } from 'vitest';
import { chatraValues } from '../../../helpdesks/chatra/switch-values';
import type { ChatraSwitches } from '../../../helpdesks/chatra/switches';
import { throwsOf } from '../../../helpdesks/core/switch-values';
import { apiOver, authorised, onChatra } from '../emulated';
import { overBothWays, reach, type Way } from '../reach';
import { contract, failureOf, shown } from './contract';
import { switchWorld } from './switch-world';

const { signal } = new AbortController();

/** Whether the API tells a client by its chat, which is the one way to more than the page says. */
const waysToTheClient = [{ clientByChatId: false }, { clientByChatId: true }];

function open(switches: Partial<ChatraSwitches>, way: Way = 'directly') {
  const desk = reach(way, onChatra(switchWorld, switches));
  const client = desk.emulator.data.ofPerson('amelie');
  const record = desk.records.find(({ contact }) => contact.id === client.chatId);
  if (record === undefined) throw new TypeError('nobody');
  return { ...desk, client, ...record };
}

const isRefusing = ({ rateLimit }: Partial<ChatraSwitches>) => rateLimit?.requests === 0;
const all = throwsOf(chatraValues).flatMap(({ name, switches }) =>
  waysToTheClient.map((way) => ({
    name: `${name}, clients by chat: ${way.clientByChatId}`,
    switches: { ...way, ...switches },
  })),
);

test.each(overBothWays(all).filter(({ switches }) => !isRefusing(switches)))(
  'Chatra, $name: who is on screen is known, and a note is kept',
  async ({ switches, way }) => {
    const { api, client, contact } = open(switches, way);
    const { warnings } = await api.check(signal);
    const isAlike = String(switches.wrongKeys) === (switches.unknownId ?? '404');
    // Through Membrane there are no keys to prove.
    expect(warnings).toHaveLength(isAlike && way === 'directly' ? 1 : 0);

    const page = shown('chatra', { conversationId: client.chatId });
    const hints = { emails: [client.basic.email ?? ''], phones: [] };
    const known = await contract.identifies(api, { ...page, hints }, client.chatId);
    expect(known.emailKeys).toEqual([client.basic.email?.toLowerCase()]);
    expect(known.handle).toBe(switches.clientByChatId ? client.id : undefined);

    // A number has no zeros in front.
    const digits = (phones: readonly string[]) =>
      phones.map((each) => each.replace(/\D/g, '').replace(/^0+/, ''));
    expect(digits(known.phones)).toEqual(
      switches.clientByChatId ? digits([client.basic.phone ?? '']) : [],
    );

    // What only the API can tell, where it does.
    const bare = await contract.identifies(api, page, client.chatId);
    expect(bare.emailKeys).toEqual(switches.clientByChatId ? known.emailKeys : []);

    await contract.keepsNote(api, contact, switches.notesKept);
    await contract.completes(api, contact);
  },
);

test.each(overBothWays(all).filter(({ switches }) => isRefusing(switches)))(
  'Chatra, $name: the page is enough while the API refuses',
  async ({ switches, way }) => {
    const { api, client, contact } = open(switches, way);
    const { retryAt, failure } = await failureOf(api.check(signal));
    expect([failure, retryAt === undefined]).toEqual([
      'rate-limited',
      switches.rateLimit?.retryAfterSeconds === null,
    ]);
    await contract.identifies(
      api,
      shown('chatra', { conversationId: client.chatId }),
      client.chatId,
    );
    expect((await failureOf(api.notes?.read(contact, signal))).failure).toBe('rate-limited');
  },
);

test.each(all)('Chatra, $name: wrong keys are told as wrong keys', async ({ switches }) => {
  const { emulator, connection } = open(switches);
  const wrong = { publicKey: 'someone', secretKey: 'else' };
  const api = apiOver(connection, authorised(emulator, connection, wrong));
  const check = api.check(signal);
  // Where wrong keys and unknown clients are answered alike, nothing tells them apart; that is said.
  if (switches.wrongKeys === 400 || switches.wrongKeys === 404) {
    expect((await check).warnings).toHaveLength(1);
  } else if (switches.wrongKeys === '200-with-error') {
    await expect(check).rejects.toMatchObject({ reason: 'wrong-key' });
  } else expect((await failureOf(check)).failure).toBe('unauthorised');
});

test.each(chatraValues.notesOverLimit)(
  'Chatra, notesOverLimit: "%s": a note that does not fit is never taken for kept, and the rest stays',
  async (notesOverLimit) => {
    const { api, client, contact } = open({ notesLimit: 60, notesOverLimit });
    client.basic.notes = 'Prefers mail. VIP since 2019.';
    await expect(contract.keepsNote(api, contact)).rejects.toThrow();
    expect(client.basic.notes).toMatch(/^Prefers mail\. VIP since 2019\./);
  },
);

test.each(chatraValues.notesKept)(
  'Chatra, notesKept: "%s": notes go beside what colleagues wrote in several lines',
  async (notesKept) => {
    const { api, client, contact } = open({ notesKept, siteNotes: true });
    client.basic.notes = 'Prefers mail.\n\n  VIP since 2019.\n';
    await contract.keepsNote(api, contact, notesKept);
    if (['collapsed', 'dashes', 'cut'].includes(notesKept)) return;
    expect(client.basic.notes.replaceAll('\r', '')).toMatch(
      /^Prefers mail\.\n\n {2}VIP since 2019\./,
    );
  },
);
