import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../../lib/model/contact';
import { identifyOnScreen } from '../../../../lib/worker/person-lookup/identify';
import { contact, context, searchable, TestWorld } from '../world';

const email = 'ana@example.com';
const carrier = (id: string, name?: string) => contact('alpha', id, { name, emailKeys: [email] });

interface Shown {
  name?: string | undefined;
  chat?: string | undefined;
  /** Ids of contacts by their chat. */
  owners?: Record<string, string>;
}

/** Who is on a page with this address and name, when the chats belong to these contacts. */
async function onScreen(people: Contact[], { name, chat, owners = {} }: Shown) {
  const world = new TestWorld();
  const asked: string[][] = [];
  const connection = await world.connect('alpha', {
    identify: async () => ({ kind: 'look-for', identifiers: [{ kind: 'email', value: email }] }),
    ownerOf: async (contacts, conversationId) => {
      asked.push(contacts.map(({ id }) => id));
      return contacts.find(({ id }) => id === owners[conversationId]);
    },
    ...searchable(people),
  });
  const page = context('alpha', {
    contactId: 'other-space',
    conversationId: chat,
    hints: { name, emails: [email], phones: [] },
  });
  const signal = new AbortController().signal;
  const { contact: found, problem } = await identifyOnScreen(world, connection, page, {
    signal,
    force: false,
  });
  return { found: found?.id, reason: problem?.reason, asked };
}

describe('of several contacts with what the page shows', () => {
  const both = [carrier('1', 'Ana Souza'), carrier('2', 'Ana Souza')];

  it('the one with the chat of the address is on screen, whatever the others are called', async () => {
    const owners = { 77: '2' };
    expect((await onScreen(both, { chat: '77', owners })).found).toBe('2');
    const misled = await onScreen([carrier('1', 'Ana Souza'), carrier('2', 'Ana S.')], {
      ...{ name: 'Ana Souza', chat: '77', owners },
    });
    expect(misled.found).toBe('2');
  });

  it('the only one of the name on the page is, where no chat tells', async () => {
    const people = [carrier('1', 'Ana Souza'), carrier('2', 'Ana Lima')];
    expect((await onScreen(people, { name: ' ana  LIMA', chat: '77' })).found).toBe('2');
    expect((await onScreen(people, { name: 'Ana Lima' })).found).toBe('2');
  });

  it.each([
    ['nothing else is shown', {}],
    ['two have the name', { name: 'Ana Souza' }],
    ['nobody has the name', { name: 'Bo Ek', chat: '77' }],
  ])('nobody is where %s', async (_which, shown) => {
    expect(await onScreen(both, shown)).toMatchObject({ found: undefined, reason: 'several-fit' });
  });

  it('a single one is, and nothing is asked for it', async () => {
    const people = [carrier('1', 'Ana Souza')];
    for (const name of [undefined, 'Ana Souza', 'ana']) {
      const { found, asked } = await onScreen(people, { name, chat: '77' });
      expect([found, asked]).toEqual(['1', []]);
    }
    expect((await onScreen([carrier('1')], { name: 'Bo Ek', chat: '77' })).found).toBe('1');
  });

  it('a single one of another name is only where the chat says so', async () => {
    const people = [carrier('1', 'Ana Souza')];
    const mallory = { name: 'Mallory Black', chat: '77' };
    expect(await onScreen(people, mallory)).toMatchObject({ reason: 'several-fit' });
    expect((await onScreen(people, { ...mallory, owners: { 77: '1' } })).found).toBe('1');
  });

  it('the order in which they were found changes nothing', async () => {
    const people = [carrier('1', 'Ana Souza'), carrier('2', 'Ana Lima'), carrier('3', 'Ana Souza')];
    const page = fc.record({
      name: fc.constantFrom(undefined, 'Ana Souza', 'Ana Lima'),
      chat: fc.constantFrom(undefined, '77'),
      owners: fc.constantFrom<Record<string, string>[]>({}, { 77: '3' }),
    });
    await fc.assert(
      fc.asyncProperty(
        page,
        fc.shuffledSubarray(people, { minLength: 3 }),
        async (shown, order) => {
          const given = { ...shown, name: shown.name, chat: shown.chat };
          expect((await onScreen(order, given)).found).toBe((await onScreen(people, given)).found);
        },
      ),
      { numRuns: 20 },
    );
  });
});
