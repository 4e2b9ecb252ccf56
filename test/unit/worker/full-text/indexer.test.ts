import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInIndex } from '../../../../components/panel/everywhere/held-search';
import {
  answersQuery,
  parseFullTextQuery,
  termPrefixes,
} from '../../../../lib/full-text/match-query';
import {
  foldParts,
  partsOfContact,
  partsOfConversation,
  partsOfMessage,
} from '../../../../lib/full-text/passages';
import { indexTerms } from '../../../../lib/full-text/terms';
import type { Contact } from '../../../../lib/model/contact';
import type { Conversation, Message } from '../../../../lib/model/history';
import { DesksideDatabase } from '../../../../lib/storage/database';
import { decodeBlock } from '../../../../lib/storage/index-blocks';
import { IndexReader } from '../../../../lib/storage/index-reader';
import { erasePersonRows } from '../../../../lib/storage/person-tables';
import { eraseConnectionData } from '../../../../lib/worker/connections/erase-data';
import { FullTextIndexer } from '../../../../lib/worker/full-text/indexer';
import { forgetHistories } from '../../../../lib/worker/history/drop-histories';
import { typedQuery, writtenText } from '../../full-text/texts';
import { TestWorld } from '../world';

const sizes = { full: 6, largeEnough: 3 };

function message(
  connectionId: string,
  contactId: string,
  id: number,
  text: string,
  sentAt = id,
): Message {
  return {
    ...{ connectionId, contactId, id: `m${id}`, conversationId: `of-${contactId}` },
    ...{ kind: 'message', direction: 'in', author: { role: 'contact' }, text, sentAt },
    ...{ timeQuality: 'exact', sequence: id, attachments: [] },
  };
}

function contact(connectionId: string, id: string, name: string): Contact {
  return {
    ...{ connectionId, id, platform: connectionId, name, fetchedAt: 5 },
    ...{ emails: [], phones: [], emailKeys: [], phoneKeys: [], externalIds: [] },
  };
}

function conversation(connectionId: string, contactId: string, subject: string): Conversation {
  return { connectionId, id: `of-${contactId}`, contactId, subject, status: 'open' };
}

/** Everything stored that the index is about, by the key under which it is found. */
async function stored(db: DesksideDatabase): Promise<Map<string, string>> {
  const messages = await db.messages.toArray();
  const contacts = await db.contacts.toArray();
  const conversations = await db.conversations.toArray();
  return new Map([
    ...messages.map(
      (row) => [`message ${row.connectionId}/${row.id}`, foldParts(partsOfMessage(row))] as const,
    ),
    ...contacts.map(
      (row) => [`contact ${row.connectionId}/${row.id}`, foldParts(partsOfContact(row))] as const,
    ),
    ...conversations.map(
      (row) =>
        [
          `conversation ${row.connectionId}/${row.id}`,
          foldParts(partsOfConversation(row)),
        ] as const,
    ),
  ]);
}

async function found(db: DesksideDatabase, typed: string): Promise<string[]> {
  const reader = new IndexReader(db);
  const keys: string[] = [];
  for await (const { finds } of findInIndex(db, reader, parseFullTextQuery(typed), {})) {
    keys.push(...finds.map(({ key }) => key));
  }
  reader.close();
  return keys.sort();
}

async function termsOf(db: DesksideDatabase): Promise<string[]> {
  const terms = new Set<string>();
  for (const { data } of await db.indexBlocks.toArray()) {
    for (const term of decodeBlock(data).keys()) terms.add(term);
  }
  return [...terms].sort();
}

/** The index leads to all that a plain scan finds, and holds no word of anything else. */
async function expectTrue(db: DesksideDatabase, queries: readonly string[]): Promise<void> {
  const texts = await stored(db);
  for (const typed of queries) {
    const query = parseFullTextQuery(typed);
    const isSearchable = termPrefixes(query).length > 0;
    const scanned = [...texts].filter(([, text]) => isSearchable && answersQuery(text, query));
    expect(await found(db, typed)).toEqual(scanned.map(([key]) => key).sort());
  }
  const words = new Set([...texts.values()].flatMap((text) => [...indexTerms(text)]));
  expect(await termsOf(db)).toEqual([...words].sort());
  expect(await db.indexMarks.count()).toBe(0);
}

type Act =
  | { act: 'write'; connection: string; contact: string; id: number; text: string; at: number }
  | { act: 'name'; connection: string; contact: string; text: string }
  | { act: 'title'; connection: string; contact: string; text: string }
  | { act: 'delete'; connection: string; id: number }
  | { act: 'forget'; connection: string; contact: string }
  | { act: 'drop'; connection: string; contact: string }
  | { act: 'remove'; connection: string }
  | { act: 'forget-all' | 'index' | 'index-beside' }
  | { act: 'index-and-die'; after: number };

const connection = fc.constantFrom('alpha', 'beta');
const who = fc.constantFrom('ana', 'bo', 'chi');
const id = fc.integer({ min: 1, max: 12 });

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      act: fc.constant('write' as const),
      connection,
      contact: who,
      id,
      text: writtenText,
      at: fc.integer({ min: 1, max: 8 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('name' as const),
      connection,
      contact: who,
      text: writtenText,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('title' as const),
      connection,
      contact: who,
      text: writtenText,
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('delete' as const), connection, id }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('forget' as const), connection, contact: who }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('drop' as const), connection, contact: who }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('remove' as const), connection }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('forget-all' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constantFrom('index' as const, 'index-beside' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('index-and-die' as const),
      after: fc.integer({ min: 0, max: 15 }),
    }),
  },
);

async function carryOut(
  db: DesksideDatabase,
  desk: { indexer: FullTextIndexer },
  act: Act,
): Promise<void> {
  switch (act.act) {
    case 'write':
      await db.messages.put(message(act.connection, act.contact, act.id, act.text, act.at));
      return;
    case 'name':
      await db.contacts.put(contact(act.connection, act.contact, act.text));
      return;
    case 'title':
      await db.conversations.put(conversation(act.connection, act.contact, act.text));
      return;
    case 'delete':
      await db.messages.delete([act.connection, `m${act.id}`]);
      return;
    case 'forget':
      await erasePersonRows(db, [{ connectionId: act.connection, id: act.contact }]);
      return;
    case 'drop':
      await db.messages
        .where('[connectionId+contactId]')
        .equals([act.connection, act.contact])
        .delete();
      return;
    case 'remove':
      await eraseConnectionData(db, act.connection);
      return;
    case 'forget-all':
      await forgetHistories(db, 1);
      return;
    case 'index':
      await desk.indexer.wake();
      return;
    case 'index-beside':
      void desk.indexer.wake();
      return;
    case 'index-and-die': {
      const ended = desk.indexer.wake();
      for (let reads = 0; reads < act.after; reads += 1) await db.indexMarks.count();
      desk.indexer.stop();
      await ended;
      desk.indexer = new FullTextIndexer(db, sizes);
    }
  }
}

describe('laws', () => {
  it('finds exactly what a plain scan finds and holds nothing else, whatever is written, erased and broken off', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 25 }),
        fc.array(typedQuery, { maxLength: 5 }),
        async (acts, queries) => {
          const { database } = new TestWorld();
          const desk = { indexer: new FullTextIndexer(database, sizes) };
          for (const each of acts) await carryOut(database, desk, each);
          await desk.indexer.wake();
          await new FullTextIndexer(database, sizes).wake();
          await expectTrue(database, queries);
          database.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what was stored before there was an index', () => {
  it('is brought into it, wherever a worker is stopped', async () => {
    const db = new DesksideDatabase('before-the-index');
    const ids = Array.from({ length: 1_200 }, (_none, index) => `c${index}`);
    await db.contacts.bulkPut(ids.map((each) => contact('alpha', each, `Name ${each}`)));
    await db.messages.bulkPut(
      Array.from({ length: 900 }, (_none, index) =>
        message('beta', `b${index % 600}`, index, `parcel ${4_000 + index}`, index % 7),
      ),
    );
    for (const after of [3, 9, 40]) {
      const dying = new FullTextIndexer(db);
      const ended = dying.wake();
      for (let reads = 0; reads < after; reads += 1) await db.indexState.get('index');
      dying.stop();
      await ended;
    }
    await new FullTextIndexer(db).wake();
    await expectTrue(db, ['parcel 4711', 'name c1199', '4899']);
    expect(await db.indexState.get('index')).toMatchObject({ form: 2 });
    expect((await db.indexState.get('index'))?.seeding).toBeUndefined();
    db.close();
  });

  it('stays as it was where there is no room for the index, and that is told', async () => {
    const { database } = new TestWorld();
    await database.messages.put(message('alpha', 'ana', 1, 'parcel 4711'));
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    database.indexSegments.hook('creating', full);
    await expect(new FullTextIndexer(database).wake()).rejects.toThrow();
    expect(await database.indexState.get('index')).toMatchObject({ problem: 'storage-full' });
    database.indexSegments.hook('creating').unsubscribe(full);
    await new FullTextIndexer(database).wake();
    await expectTrue(database, ['parcel 4711']);
    expect((await database.indexState.get('index'))?.problem).toBeUndefined();
    database.close();
  });
});
