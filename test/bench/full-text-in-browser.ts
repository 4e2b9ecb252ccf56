import { findInIndex } from '../../components/panel/everywhere/held-search';
import { answersQuery, parseFullTextQuery } from '../../lib/full-text/match-query';
import { foldParts, partsOfMessage } from '../../lib/full-text/passages';
import type { Message } from '../../lib/model/history';
import { DesksideDatabase } from '../../lib/storage/database';
import { IndexReader } from '../../lib/storage/index-reader';
import { putTracked } from '../../lib/storage/put-tracked';
import { FullTextIndexer } from '../../lib/worker/full-text/indexer';

/** Runs in a browser's page: the index over everything beside a plain scan of what it was made of. */
const MESSAGES = 100_000;
const CONTACTS = 2_000;
const PART = 2_000;

export interface FullTextFigures {
  /** Seconds until all of it was indexed. */
  building: number;
  /** The longest time (ms) for which the thread was blocked meanwhile. */
  longestTurn: number;
  /** Bytes in all rows of the index, and in the texts. */
  indexBytes: number;
  textBytes: number;
  /** By query: ms until the first finds are there, by the index and by a plain scan; how many each has. */
  queries: { query: string; first: number; scan: number; found: number; scanned: number }[];
  /** The same while it was searched. */
  longestSearchTurn: number;
}

const rounds = 5;

/** For a query with more finds than this, not all are awaited. */
const MOST_FOUND = 3_000;

async function measure(): Promise<FullTextFigures> {
  const database = new DesksideDatabase('bench-full-text');
  await database.delete();
  await database.open();
  let textBytes = 0;
  for (let from = 0; from < MESSAGES; from += PART) {
    const part = Array.from({ length: PART }, (_none, index) => message(from + index));
    for (const each of part) textBytes += new TextEncoder().encode(each.text).length;
    await database.transaction('rw', database.messages, () => putTracked(database.messages, part));
  }
  const building = watchTurns();
  const start = performance.now();
  await new FullTextIndexer(database).wake();
  const built = performance.now() - start;
  const longestTurn = building.longest();
  const searching = watchTurns();
  const queries: FullTextFigures['queries'] = [];
  for (const query of asked) {
    queries.push({ query, ...(await ask(database, query)), scan: 0, scanned: 0 });
  }
  const longestSearchTurn = searching.longest();
  for (const each of queries) Object.assign(each, await scan(database, each.query));
  const indexBytes = await sizeOf(database);
  await database.delete();
  return {
    building: built / 1_000,
    longestTurn,
    indexBytes,
    textBytes,
    queries,
    longestSearchTurn,
  };
}

/** Queries as they are after a key press: the last word may be incomplete. */
const asked = [
  'pa',
  'parcel 4711',
  'parcel 47',
  'the',
  'where is my ord',
  '99881',
  '荷物',
  'nothing-of-this',
];

async function ask(database: DesksideDatabase, typed: string) {
  const firsts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // In the panel the data read for one key press is kept for the next; here it never is.
    const reader = new IndexReader(database);
    await reader.find(['zz'], {});
    const start = performance.now();
    await countFinds(database, reader, typed, 1);
    firsts.push(performance.now() - start);
    reader.close();
  }
  firsts.sort((a, b) => a - b);
  const reader = new IndexReader(database);
  const found = await countFinds(database, reader, typed, MOST_FOUND);
  reader.close();
  return { first: firsts[Math.floor(rounds / 2)] ?? 0, found };
}

/** All finds, or as many as there are when `enough` have come. */
async function countFinds(
  database: DesksideDatabase,
  reader: IndexReader,
  typed: string,
  enough: number,
): Promise<number> {
  let found = 0;
  for await (const { finds } of findInIndex(database, reader, parseFullTextQuery(typed), {})) {
    found += finds.length;
    if (found >= enough) break;
  }
  return found;
}

/** Reads and looks at every message there is. */
async function scan(database: DesksideDatabase, typed: string) {
  const query = parseFullTextQuery(typed);
  const start = performance.now();
  let scanned = 0;
  let last: [string, string] | undefined;
  for (;;) {
    const part: Message[] = await database.messages
      .where(':id')
      .above(last ?? Number.NEGATIVE_INFINITY)
      .limit(5_000)
      .toArray();
    const end = part.at(-1);
    if (end === undefined) break;
    last = [end.connectionId, end.id];
    for (const each of part) if (answersQuery(foldParts(partsOfMessage(each)), query)) scanned += 1;
  }
  return { scan: performance.now() - start, scanned };
}

async function sizeOf(database: DesksideDatabase): Promise<number> {
  let bytes = 0;
  // A row takes some bytes besides its content: its key, and the encoding of each field.
  const perRow = 64;
  await database.indexBlocks.each(({ bucket, data }) => {
    bytes += perRow + 2 * bucket.length + data.byteLength;
  });
  await database.indexSegments.each(({ contacts, times, prints, kinds, connections }) => {
    const lists = [contacts, times, prints, kinds, connections];
    bytes += perRow + lists.reduce((sum, { byteLength }) => sum + byteLength, 0);
  });
  await database.indexedContacts.each(({ connectionId, contactId }) => {
    bytes += perRow + 4 * (connectionId.length + contactId.length);
  });
  return bytes;
}

/** The browser itself reports whenever the thread was blocked for 50 ms or more. */
function watchTurns(): { longest(): number } {
  const durations: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) durations.push(duration);
  });
  observer.observe({ type: 'longtask' });
  return {
    longest: () => {
      for (const { duration } of observer.takeRecords()) durations.push(duration);
      observer.disconnect();
      return Math.max(0, ...durations);
    },
  };
}

const known = [
  'the',
  'is',
  'my',
  'where',
  'order',
  'parcel',
  'please',
  'you',
  'and',
  'to',
  'a',
  'for',
];
const syllables = [
  'ba',
  'ke',
  'lo',
  'mi',
  'nu',
  'ra',
  'se',
  'ti',
  'vo',
  'za',
  'pa',
  'gra',
  'stel',
  'on',
];

/** Twenty thousand words; the first are the most frequent, as in any language. */
const words = Array.from({ length: 20_000 }, (_none, index) => {
  if (index < known.length) return known[index] ?? '';
  const parts = [
    index % 14,
    Math.floor(index / 14) % 14,
    Math.floor(index / 196) % 14,
    Math.floor(index / 2_744),
  ];
  return parts.map((at) => syllables[at] ?? '').join('');
});

let seed = 7;
function random(): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return seed / 0x7fffffff;
}

function message(index: number): Message {
  const length = 8 + Math.floor(random() * 45);
  const said = Array.from({ length }, () => words[Math.floor(20_000 ** random()) - 1] ?? 'the');
  if (index % 3 === 0) said.push(`parcel ${4_000_000 + ((index * 7_919) % 5_999_999)}`);
  if (index % 50 === 0) said.push('荷物が届きました');
  return {
    connectionId: 'many',
    id: String(index),
    contactId: `contact-${index % CONTACTS}`,
    conversationId: `c${Math.floor(index / 50)}`,
    kind: 'message',
    direction: index % 2 === 0 ? 'in' : 'out',
    author: { name: 'Ana Souza', role: 'contact' },
    text: said.join(' '),
    sentAt: 1_790_000_000_000 - index * 60_000,
    timeQuality: 'exact',
    sequence: -index,
    attachments: [],
  };
}

Reflect.set(globalThis, 'measureFullText', measure);
