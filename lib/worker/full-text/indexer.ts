import { inTurns } from '../../async/in-turns';
import { singleFlight } from '../../async/single-flight';
import { indexTerms } from '../../full-text/terms';
import { entryKinds, type IndexMarkRow, type IndexSegmentRow } from '../../model/full-text';
import type { DesksideDatabase } from '../../storage/database';
import { indexTables, removeEntries } from '../../storage/index-erase';
import { isQuotaError } from '../quota-error';
import { markAllStored } from './mark-stored';
import { contactPassage, messagePassages, type Passage, passagesOf } from './read-passages';
import { retireSparse, type SegmentSizes } from './retire-segments';
import { type IndexEntry, SegmentDraft } from './segment-draft';

const usualSizes: SegmentSizes = { full: 4_096, largeEnough: 1_024 };

/** How many contacts are looked at before the next ones are read. */
const BATCH = 100;

/** Blocks that are handed over to the database at once. */
const BLOCKS = 50;

/** Where an entry is. */
interface Place {
  segment: number;
  at: number;
}

interface KnownEntry extends Place {
  entry: Pick<IndexEntry, 'time' | 'print' | 'kind'>;
  isRetired: boolean;
}

/** Updates the full-text index with everything recorded as changed, in small steps. */
export class FullTextIndexer {
  readonly #once = singleFlight<'run', void>();
  readonly #ending = new AbortController();

  constructor(
    private readonly database: DesksideDatabase,
    private readonly sizes = usualSizes,
  ) {}

  /**
   * Resolves when nothing is left to be indexed, or rejects as the database does. What was done is kept
   * however it ends.
   */
  wake(): Promise<void> {
    return this.#once('run', () => this.#run());
  }

  /** Ends what is under way, as the browser does when it stops the worker. */
  stop(): void {
    this.#ending.abort();
  }

  async #run(): Promise<void> {
    const { signal } = this.#ending;
    try {
      let { epoch } = await markAllStored(this.database, signal);
      await retireSparse(this.database, this.sizes);
      while ((await this.database.indexMarks.count()) > 0) {
        await new IndexingRun(this.database, this.sizes, epoch, signal).toTheEnd();
        ({ epoch } = await markAllStored(this.database, signal));
      }
      await this.#tell({ total: undefined, problem: undefined });
    } catch (error) {
      if (signal.aborted) return;
      if (isQuotaError(error)) await this.#tell({ problem: 'storage-full' }).catch(() => undefined);
      throw error;
    }
  }

  async #tell(change: { total?: undefined; problem: 'storage-full' | undefined }): Promise<void> {
    await this.database.transaction('rw', this.database.indexState, async () => {
      const state = await this.database.indexState.get('index');
      if (state === undefined) return;
      const next = { ...state, ...change };
      const isSame = state.total === next.total && state.problem === next.problem;
      if (!isSame) await this.database.indexState.put(next);
    });
  }
}

/** One pass over everything recorded as changed, against the index as it was when the pass began. */
class IndexingRun {
  #draft = new SegmentDraft(1);
  #segments: IndexSegmentRow[] = [];
  readonly #gone = new Map<number, Set<number>>();
  #done: IndexMarkRow[] = [];
  #emptied: number[] = [];

  constructor(
    private readonly database: DesksideDatabase,
    private readonly sizes: SegmentSizes,
    private readonly epoch: number,
    private readonly signal: AbortSignal,
  ) {}

  /** Ends early where something was erased meanwhile: what was prepared is not written any more then. */
  async toTheEnd(): Promise<void> {
    await this.#open();
    let after: [string, string] | undefined;
    for (;;) {
      this.signal.throwIfAborted();
      const marks = await this.database.indexMarks
        .where(':id')
        .above(after ?? Number.NEGATIVE_INFINITY)
        .limit(BATCH)
        .toArray();
      const last = marks.at(-1);
      if (last === undefined) break;
      after = [last.connectionId, last.contactId];
      if (!(await this.#takeIn(marks))) return;
    }
    await this.#write();
  }

  async #open(): Promise<void> {
    const { indexSegments, indexBlocks } = this.database;
    const segments = await indexSegments.toArray();
    this.#segments = segments.filter(isClosed);
    const open = segments.find((segment) => !isClosed(segment));
    if (open === undefined) {
      this.#draft = new SegmentDraft(this.#nextId());
      return;
    }
    const block = await indexBlocks.get([open.id, '']);
    this.#draft = new SegmentDraft(open.id, { segment: open, block: block?.data });
  }

  #nextId(): number {
    return Math.max(this.#draft.id, ...this.#segments.map(({ id }) => id)) + 1;
  }

  async #takeIn(marks: readonly IndexMarkRow[]): Promise<boolean> {
    const numbers = await this.#numbersOf(marks);
    if (numbers === undefined) return false;
    for (const [index, mark] of marks.entries()) {
      this.signal.throwIfAborted();
      const { number = 0, isNew = false } = numbers[index] ?? {};
      await this.#takeInContact(mark, number, isNew ? [] : this.#knownOf(number));
      this.#done.push(mark);
      if (this.#draft.size >= this.sizes.full && !(await this.#write())) return false;
    }
    return true;
  }

  /** The number under which each contact is known; a contact without one gets one. */
  #numbersOf(
    marks: readonly IndexMarkRow[],
  ): Promise<{ number: number; isNew: boolean }[] | undefined> {
    const { indexedContacts, indexState } = this.database;
    return this.database.transaction('rw', indexedContacts, indexState, async () => {
      if ((await indexState.get('index'))?.epoch !== this.epoch) return undefined;
      return Promise.all(
        marks.map(async ({ connectionId, contactId }) => {
          const known = await indexedContacts.get({ connectionId, contactId });
          if (known?.number !== undefined) return { number: known.number, isNew: false };
          return { number: await indexedContacts.add({ connectionId, contactId }), isNew: true };
        }),
      );
    });
  }

  #knownOf(contact: number): KnownEntry[] {
    const inDraft = this.#draft
      .entriesOf(contact)
      .map(({ at, entry }) => ({ segment: this.#draft.id, at, entry, isRetired: false }));
    const stored = this.#segments.flatMap(({ id, contacts, times, prints, kinds, isRetired }) => {
      const found: KnownEntry[] = [];
      for (let at = contacts.indexOf(contact); at !== -1; at = contacts.indexOf(contact, at + 1)) {
        if (this.#gone.get(id)?.has(at)) continue;
        const kind = entryKinds[kinds[at] ?? 0] ?? 'message';
        const entry = { time: times[at] ?? 0, print: prints[at] ?? 0, kind };
        found.push({ segment: id, at, entry, isRetired: isRetired === true });
      }
      return found;
    });
    // Of two entries of the same moment the one that stays comes last.
    return [...stored, ...inDraft].sort((a, b) => Number(b.isRetired) - Number(a.isRetired));
  }

  async #takeInContact(
    mark: IndexMarkRow,
    contact: number,
    known: readonly KnownEntry[],
  ): Promise<void> {
    const inRange = ({ entry: { time, kind } }: KnownEntry) =>
      kind === 'message' && time >= mark.from && time <= mark.until;
    const stale = new Set(known.filter((each) => each.entry.kind === 'contact' || inRange(each)));
    const byTime = new Map(
      [...stale].map((each) => [`${each.entry.kind} ${each.entry.time}`, each]),
    );
    const { connectionId } = mark;
    let added = 0;
    const take = (kind: IndexEntry['kind'], { time, text }: Passage) => {
      const print = printOf(text);
      const before = byTime.get(`${kind} ${time}`);
      if (before?.entry.print === print && !before.isRetired) {
        stale.delete(before);
        return;
      }
      this.#draft.add({ contact, time, print, kind, connectionId }, indexTerms(text));
      added += 1;
    };
    for await (const messages of messagePassages(this.database, mark)) {
      this.signal.throwIfAborted();
      await inTurns(eachOf(passagesOf(messages), (passage) => take('message', passage)));
    }
    const own = await contactPassage(this.database, mark);
    if (own !== undefined) take('contact', own);
    for (const place of stale) this.#remove(place);
    if (known.length - stale.size + added === 0) this.#emptied.push(contact);
  }

  #remove({ segment, at }: Place): void {
    if (segment === this.#draft.id) this.#draft.remove(at);
    else this.#gone.set(segment, (this.#gone.get(segment) ?? new Set()).add(at));
  }

  /** Writes what was prepared, all or nothing; false where it must not be written any more. */
  async #write(): Promise<boolean> {
    const isOpen = this.#draft.size < this.sizes.largeEnough;
    const blocks = await inTurns(this.#draft.blocks(isOpen));
    const segment = this.#draft.segment(isOpen);
    this.signal.throwIfAborted();
    const { database } = this;
    const { indexState, indexSegments, indexBlocks, indexMarks, indexedContacts } = database;
    const isWritten = await database.transaction('rw', [...indexTables], async () => {
      if ((await indexState.get('index'))?.epoch !== this.epoch) return false;
      await indexBlocks.delete([segment.id, '']);
      if (this.#draft.isEmpty) await indexSegments.delete(segment.id);
      else {
        for (let from = 0; from < blocks.length; from += BLOCKS) {
          await indexBlocks.bulkPut(blocks.slice(from, from + BLOCKS));
        }
        await indexSegments.put(segment);
      }
      for (const [id, gone] of this.#gone) {
        const other = await indexSegments.get(id);
        if (other !== undefined) await removeEntries(database, other, gone);
      }
      await indexedContacts.bulkDelete(this.#emptied);
      await deleteUnchanged(indexMarks, this.#done);
      return true;
    });
    if (!isWritten) return false;
    if (!isOpen) this.#segments.push(segment);
    if (this.#gone.size > 0) this.#segments = await indexSegments.filter(isClosed).toArray();
    if (!isOpen) this.#draft = new SegmentDraft(this.#nextId());
    this.#gone.clear();
    this.#done = [];
    this.#emptied = [];
    return true;
  }
}

function isClosed({ isOpen }: IndexSegmentRow): boolean {
  return !isOpen;
}

function* eachOf<T>(things: Iterable<T>, act: (thing: T) => void): Generator<void> {
  for (const thing of things) {
    act(thing);
    yield;
  }
}

/** What was recorded as changed again meanwhile stays. */
async function deleteUnchanged(
  table: DesksideDatabase['indexMarks'],
  done: readonly IndexMarkRow[],
): Promise<void> {
  const keys = done.map(({ connectionId, contactId }): [string, string] => [
    connectionId,
    contactId,
  ]);
  const now = await table.bulkGet(keys);
  await table.bulkDelete(keys.filter((_key, index) => now[index]?.stamp === done[index]?.stamp));
}

/** FNV-1a over a text, in 32 bits; never 0. */
function printOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0 || 1;
}
