import type { Contact } from '../../lib/model/contact';
import type { DirectoryPage } from '../../lib/platforms/contract/api';
import { DesksideDatabase } from '../../lib/storage/database';
import { DirectoryJobs } from '../../lib/worker/directory/jobs';
import { contactsCarrying } from '../../lib/worker/person-lookup/stored-lookups';
import type { WorkerPorts } from '../../lib/worker/ports';

/** Runs in a browser's page: the product's own job and lookup over a list that is available at once. */
const VISITORS = 100_000;
const PAGE_SIZE = 50;
const LOOKUPS = 200;

export interface DirectoryFigures {
  visitors: number;
  indexMs: number;
  pages: number;
  /** Milliseconds of each lookup by e-mail, of people anywhere in the list and of strangers. */
  lookups: number[];
  storedBytes: number;
  heapGrowthBytes: number;
}

async function measure(): Promise<DirectoryFigures> {
  const database = new DesksideDatabase('bench-directory');
  await database.delete();
  await database.open();
  const connection = {
    id: 'many',
    platform: 'many',
    label: 'Many',
    apiOrigin: 'https://many.example',
    pageOrigin: 'https://many.example',
    transport: 'direct',
    health: { state: 'ok' },
    facts: {},
    fields: {},
    createdAt: 0,
  } as const;
  await database.connections.put(connection);
  const ports: WorkerPorts = {
    database,
    definitionOf: () => {
      throw new TypeError('the bench has no platforms');
    },
    apiOf: () => ({
      check: async () => ({ warnings: [] }),
      identify: async () => {
        throw new TypeError('nobody is on screen');
      },
      directoryPage: async (cursor) => pageAt(Number(cursor ?? 0)),
    }),
    now: Date.now,
  };
  const heapBefore = heapBytes();
  const jobs = new DirectoryJobs(ports, { schedule: async () => undefined });
  const start = performance.now();
  await jobs.command({ connectionId: connection.id, action: 'start' });
  await jobs.wake();
  const indexMs = performance.now() - start;
  const row = await database.directories.get(connection.id);
  if (row?.job !== 'done') throw new Error(`the job ended as ${row?.job}: ${row?.problem}`);
  const lookups: number[] = [];
  for (let round = 0; round < LOOKUPS; round += 1) {
    const value = emailOf((round * 7_919) % (VISITORS + 1_000));
    const before = performance.now();
    await contactsCarrying(database, connection.id, [{ kind: 'email', value }]);
    lookups.push(performance.now() - before);
  }
  const { usage = 0 } = await navigator.storage.estimate();
  const figures = {
    visitors: row.indexed,
    indexMs,
    pages: VISITORS / PAGE_SIZE,
    lookups,
    storedBytes: usage,
    heapGrowthBytes: heapBytes() - heapBefore,
  };
  await database.delete();
  return figures;
}

function pageAt(page: number): DirectoryPage {
  const from = page * PAGE_SIZE;
  const contacts = Array.from({ length: PAGE_SIZE }, (_, index) => visitor(from + index));
  const next = from + PAGE_SIZE < VISITORS ? String(page + 1) : undefined;
  return { contacts, next, dropped: 0 };
}

/** What a visitor of Chaport looks like: an e-mail, every third with a phone and a place. */
function visitor(index: number): Contact {
  const phone = index % 3 === 0 ? `+4930${String(10_000_000 + index)}` : undefined;
  return {
    connectionId: 'many',
    platform: 'many',
    id: (0xa00000000000 + index).toString(16).padStart(24, '5'),
    name: `Visitor Number ${index}`,
    placeholderName: undefined,
    emails: [emailOf(index)],
    phones: phone === undefined ? [] : [phone],
    emailKeys: [emailOf(index)],
    phoneKeys: phone === undefined ? [] : [phone],
    externalIds: [],
    language: undefined,
    location: index % 3 === 0 ? 'Berlin, Germany' : undefined,
    lastSeenAt: 1_790_000_000_000 - index * 60_000,
    fetchedAt: 1_790_000_000_000,
  };
}

function emailOf(index: number): string {
  return `visitor.${index}@customers.example.com`;
}

/** Chromium's own figure; 0 where the browser has none. */
function heapBytes(): number {
  const memory: unknown = Reflect.get(performance, 'memory');
  const used: unknown =
    typeof memory === 'object' && memory !== null ? Reflect.get(memory, 'usedJSHeapSize') : 0;
  return typeof used === 'number' ? used : 0;
}

Reflect.set(globalThis, 'measureDirectory', measure);
