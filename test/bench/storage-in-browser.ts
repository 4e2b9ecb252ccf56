import type { Message } from '../../lib/model/history';
import { DesksideDatabase } from '../../lib/storage/database';
import { putTracked } from '../../lib/storage/put-tracked';

/** Runs in a browser's page: the product's way of storing messages beside a bare one. */
const MESSAGES = 10_000;
const PART = 1_000;

export interface WriteFigures {
  /** Messages stored in one second: by the product, and by bare calls into equal indexes. */
  product: number;
  bare: number;
}

async function measure(): Promise<WriteFigures> {
  const database = new DesksideDatabase('bench-writes');
  await database.delete();
  await database.open();
  const product = await rate(async (part) => {
    await database.transaction('rw', database.messages, () => putTracked(database.messages, part));
  });
  await database.delete();
  const plain = await openPlain();
  const bare = await rate((part) => putAll(plain, part));
  plain.close();
  indexedDB.deleteDatabase(plain.name);
  return { product, bare };
}

async function rate(write: (part: readonly Message[]) => Promise<void>): Promise<number> {
  const start = performance.now();
  for (let from = 0; from < MESSAGES; from += PART) {
    await write(Array.from({ length: PART }, (_none, index) => message(from + index)));
  }
  return (MESSAGES / (performance.now() - start)) * 1_000;
}

function openPlain(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('bench-plain');
    opening.onupgradeneeded = () => {
      const store = opening.result.createObjectStore('messages', {
        keyPath: ['connectionId', 'id'],
      });
      store.createIndex('contact', ['connectionId', 'contactId']);
      store.createIndex('conversation', ['connectionId', 'conversationId']);
      store.createIndex('time', ['connectionId', 'contactId', 'sentAt']);
    };
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => resolve(opening.result);
  });
}

function putAll(database: IDBDatabase, part: readonly Message[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const writing = database.transaction('messages', 'readwrite');
    for (const each of part) writing.objectStore('messages').put(each);
    writing.oncomplete = () => resolve();
    writing.onerror = () => reject(writing.error);
  });
}

function message(index: number): Message {
  return {
    connectionId: 'many',
    id: String(index),
    contactId: 'ana',
    conversationId: `c${Math.floor(index / 50)}`,
    kind: 'message',
    direction: index % 2 === 0 ? 'in' : 'out',
    author: { name: 'Ana Souza', role: 'contact' },
    text: `Message ${index}: where is my order, please? It was to be here on Monday.`,
    sentAt: 1_790_000_000_000 - index * 60_000,
    timeQuality: 'exact',
    sequence: -index,
    attachments: [],
  };
}

Reflect.set(globalThis, 'measureWrites', measure);
