import { describe, expect, test } from 'vitest';
import { createWorld } from '../../helpdesks/world/world';
import { onChatwoot, onKustomer } from './emulated';

const world = createWorld(Date.UTC(2026, 10, 20, 12));
const signal = new AbortController().signal;

describe('Chatwoot', () => {
  function setUp() {
    const { emulator, records } = onChatwoot(world);
    const [account] = emulator.installation('app.chatwoot.com').accounts;
    const api = records[0]?.api;
    if (account === undefined || api === undefined) throw new TypeError('nobody there');
    return { emulator, account, api };
  }

  test('finds contacts by a part of the name, the address and the number', async () => {
    const { account, api } = setUp();
    const wanted = account.contacts.find((each) => each.email && each.phoneNumber);
    const queries = [wanted?.name.slice(1), wanted?.email, wanted?.phoneNumber].map(String);
    for (const query of queries) {
      const found = await api.searchContacts?.(query, signal);
      expect(found?.contacts.map(({ id }) => id)).toContain(String(wanted?.id));
    }
  });

  test('tells by a conversation into whom a contact was merged', async () => {
    const { emulator, account, api } = setUp();
    const [conversation] = account.conversations;
    const gone = conversation?.contactId;
    const base = account.contacts.find(({ id }) => id !== gone)?.id;
    const url = 'https://app.chatwoot.com/api/v1/accounts/1/actions/contact_merge';
    const answer = await emulator.handle(
      new Request(url, {
        method: 'POST',
        headers: { 'api-access-token': emulator.tokens.admin, 'content-type': 'application/json' },
        body: JSON.stringify({ base_contact_id: base, mergee_contact_id: gone }),
      }),
    );
    expect(answer.ok).toBe(true);
    const conversationIds = [String(conversation?.displayId)];
    const survivor = await api.survivorOf?.({ id: String(gone), conversationIds }, signal);
    expect(survivor?.id).toBe(String(base));
    expect(await api.survivorOf?.({ id: String(gone), conversationIds: [] }, signal)).toBe(
      undefined,
    );
  });
});

describe.each(['survivor', 'gone'] as const)('Kustomer, old ids: %s', (merged) => {
  test('tells into whom a customer was merged, and that nobody was', async () => {
    const { emulator, records } = onKustomer(world, { merged });
    const [record] = records;
    const [person = '', index = '0'] = record?.name.split(':') ?? [];
    const id = emulator.mergedId(person, Number(index));
    const survivor = await record?.api.survivorOf?.({ id, conversationIds: [] }, signal);
    expect(survivor?.id).toBe(record?.contact.id);
    const nobody = { id: 'f'.repeat(24), conversationIds: [] };
    expect(await record?.api.survivorOf?.(nobody, signal)).toBeUndefined();
  });
});
