import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Message } from '../../../lib/model/history';
import { readConversations, readNewestMessages } from '../../../lib/storage/conversation-queries';
import { DesksideDatabase } from '../../../lib/storage/database';
import { told } from '../answers/stories';

let db: DesksideDatabase;

beforeEach(async () => {
  db = new DesksideDatabase(`conversations-${crypto.randomUUID()}`);
  await db.open();
});

afterEach(() => db.delete());

/** So many messages of one conversation, a second apart, each with its number as its text. */
function many(conversationId: string, count: number, from = 0): Message[] {
  const lines = Array.from({ length: count }, (_none, at) => ['customer', `${at}`] as const);
  return told(lines, conversationId).map((message, at) => ({
    ...message,
    id: `${conversationId}-${at}`,
    sentAt: from + at * 1_000,
  }));
}

/** Where the index leads to these messages. */
async function leadingTo(...messages: (Message | undefined)[]) {
  await db.indexedContacts.put({ number: 1, connectionId: 'desk', contactId: 'p1' });
  return messages.map((message) => ({
    ...{ contact: 1, kind: 'message' as const, time: message?.sentAt ?? 0 },
  }));
}

function numbersIn(messages: readonly Message[] = []): number[] {
  return messages.map(({ text }) => Number(text)).sort((a, b) => a - b);
}

function upTo(count: number, from: number): number[] {
  return Array.from({ length: count }, (_none, at) => from + at);
}

test('what is said meanwhile in other conversations with the same person takes no place', async () => {
  const long = many('long', 250);
  await db.messages.bulkPut([...long, ...many('other', 250, 500)]);
  const [found] = await readConversations(db, await leadingTo(long[100]));
  // Twelve up to the message itself, forty from there on.
  expect(numbersIn(found?.messages)).toEqual(upTo(51, 89));
  const newest = await readNewestMessages(db, { connectionId: 'desk', id: 'p1' }, 'long');
  expect(numbersIn(newest)).toEqual(upTo(40, 210));
});

test('a message at the end of what was read around another one is read around too', async () => {
  const long = many('long', 250);
  await db.messages.bulkPut(long);
  const [found] = await readConversations(db, await leadingTo(long[100], long[139]));
  expect(found?.reached).toHaveLength(2);
  expect(numbersIn(found?.messages)).toEqual(upTo(90, 89));
});

test('without a conversation the one in which the customer wrote last counts, however much is in others', async () => {
  const silent = many('silent', 60, 900_000).map((each) => ({
    ...each,
    direction: 'out' as const,
  }));
  await db.messages.bulkPut([...many('asked', 3), ...silent]);
  const found = await readNewestMessages(db, { connectionId: 'desk', id: 'p1' }, undefined);
  expect(found.map(({ conversationId }) => conversationId)).toEqual(['asked', 'asked', 'asked']);
});
