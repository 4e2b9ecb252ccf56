import { expect } from 'vitest';
import type { Transport } from '../../../../lib/http/transport';
import { TransportError } from '../../../../lib/http/transport-error';
import type { NoteRow } from '../../../../lib/model/note';
import { readCopy } from '../../../../lib/notes/copy-marker';
import { readField } from '../../../../lib/notes/field-block';
import type { DesksideDatabase } from '../../../../lib/storage/database';
import { Random } from '../random';
import { NotesBrowser } from './notes-browser';
import { type Hand, openDesk, ownText } from './notes-desk';

const steps = 6;

/** Rounds in which everybody reads and answers, until all agrees. */
const mostRounds = 6;

const names = ['Sam', 'Kim', 'Nia'];

/** What happens in a story. */
const acts = [
  ['write', 2],
  ['edit', 2],
  ['delete', 2],
  ['refresh', 2],
  ['deliver', 1],
  ['kill', 1],
  ['all at once', 1],
  ['scope', 1],
  ['connection', 1],
  ['page edit', 1],
  ['page removal', 1],
  ['page double', 1],
  ['page words', 1],
  ['page line', 1],
] as const;
type Act = (typeof acts)[number][0];
const hat: readonly Act[] = acts.flatMap(([act, count]) =>
  Array.from({ length: count }, () => act),
);

/**
 * A random story of two or three browsers and people in the platforms' own pages, with faults in
 * between; the same seed tells the same story.
 */
export class NotesSchedule {
  readonly story: string[] = [];
  readonly #random: Random;
  readonly #hands: Hand[];
  readonly #browsers: NotesBrowser[];
  /** Every text that a person has saved or typed: none of them may be lost. */
  readonly #written = new Set<string>();
  /** Notes that somebody deleted who had seen every change of them; they go, until one is changed later. */
  readonly #deleted = new Set<string>();
  /** What a page wrote into a row of a list, by the row's platform, as long as nobody has read it. */
  readonly #unread = new Map<string, string>();
  /** Words that agents typed into text fields: none of them may be changed. */
  readonly #typed = new Map<string, string[]>();
  /** Those that a write may have covered, which had been read before they were typed. */
  readonly #overwritten = new Set<string>();
  #isTroubled = true;
  #texts = 0;

  /** `databases`: one for each browser; opening them anew would take most of the time. */
  constructor(seed: number, databases: readonly DesksideDatabase[]) {
    this.#random = new Random(seed);
    this.#hands = openDesk().hands;
    this.#browsers = databases.map((database, index) => {
      const name = names[index] ?? `browser ${index}`;
      return new NotesBrowser({
        name,
        database,
        hands: this.#hands,
        wrap: (inner, hand) =>
          this.#troubled(this.#watched(inner, hand.name), `${name} ${hand.name}`),
      });
    });
  }

  async run(): Promise<void> {
    await Promise.all(this.#browsers.map((browser) => browser.open()));
    for (let step = 0; step < steps; step += 1) {
      await this.#step(this.#random.pick(this.#browsers));
      for (const browser of this.#browsers) browser.clock += 20_000;
    }
  }

  /**
   * The trouble ends, people answer what is asked, everybody reads: then all has to agree.
   * Throws what does not.
   */
  async settle(): Promise<void> {
    this.#isTroubled = false;
    for (const browser of this.#browsers) await browser.connectAll();
    for (let round = 1; ; round += 1) {
      for (const browser of this.#browsers) {
        browser.clock += 2 * 60 * 60_000;
        await browser.refresh();
        await this.#answer(browser);
      }
      try {
        await this.#check();
        return;
      } catch (error) {
        if (round === mostRounds) throw error;
      }
    }
  }

  /** Leaves the databases as they were. */
  async close(): Promise<void> {
    for (const { database } of this.#browsers) {
      await Promise.all([database.notes, database.replicas].map((table) => table.clear()));
    }
  }

  async #check(): Promise<void> {
    const [one, ...others] = await Promise.all(this.#browsers.map(sharedNotes));
    for (const other of others) expect(other).toEqual(one);
    for (const hand of this.#hands) {
      const meant = Object.values(one ?? {}).filter(
        ({ place }) => place === 'everywhere' || place === hand.connection.id,
      );
      const wanted = meant.map(({ id, revision, text }) => `${id}.${revision} ${text}`).sort();
      expect(await copiesOn(hand), `copies on ${hand.name}`).toEqual(wanted);
      await this.#checkForeign(hand);
    }
    await this.#checkDeleted();
    await this.#checkTexts();
  }

  async #step(browser: NotesBrowser): Promise<void> {
    const act = this.#random.pick(hat);
    this.story.push(`${browser.name}: ${act}`);
    const ways: Readonly<Record<Act, () => Promise<unknown>>> = {
      write: () => this.#write(browser, undefined),
      edit: async () => this.#write(browser, await this.#someNote(browser)),
      delete: () => this.#delete(browser),
      refresh: () => browser.refresh(),
      deliver: () => browser.outbox.wake(),
      kill: () => this.#kill(browser),
      'all at once': () => this.#allAtOnce(),
      scope: () => this.#changeScope(browser),
      connection: () => this.#changeConnection(browser),
      'page edit': () => this.#pageEdit(),
      'page removal': () => this.#pageRemoval(),
      'page double': () => this.#pageDouble(),
      'page words': () => this.#pageWords(),
      'page line': () => this.#pageLine(),
    };
    await ways[act]();
  }

  async #changeScope(browser: NotesBrowser): Promise<void> {
    const note = await this.#someNote(browser);
    if (note === undefined) return;
    const { id: connectionId } = this.#random.pick(this.#hands).connection;
    const scope = this.#random.pick<NoteRow['scope']>([
      { kind: 'everywhere' },
      { kind: 'connection', connectionId },
      { kind: 'connection', connectionId },
      { kind: 'browser' },
    ]);
    this.story.push(`${browser.name}: ${note.text} goes to ${JSON.stringify(scope)}`);
    const { id, text, pinned, urgency } = note;
    this.#deleted.delete(id);
    await browser.save(text, { id, pinned, urgency, scope });
    if (this.#random.chance(0.6)) await browser.outbox.wake();
  }

  /** An account is taken away, or comes back. The one on screen stays. */
  async #changeConnection(browser: NotesBrowser): Promise<void> {
    const { name, connection } = this.#random.pick(this.#hands.slice(1));
    const isThere = (await browser.database.connections.get(connection.id)) !== undefined;
    this.story.push(`${browser.name}: ${name} ${isThere ? 'goes' : 'comes back'}`);
    if (isThere) await browser.disconnect(connection.id);
    else await browser.connectAll();
  }

  async #write(browser: NotesBrowser, note: NoteRow | undefined): Promise<void> {
    this.#texts += 1;
    const text = `text ${this.#texts} by ${browser.name}`;
    this.#written.add(text);
    if (note !== undefined) this.#deleted.delete(note.id);
    await browser.save(text, note === undefined ? {} : { id: note.id, scope: note.scope });
    if (this.#random.chance(0.6)) await browser.outbox.wake();
  }

  async #delete(browser: NotesBrowser): Promise<void> {
    const note = await this.#someNote(browser);
    if (note === undefined) return;
    this.story.push(`${browser.name}: deletes ${note.text}`);
    if (await this.#isSettled(note)) this.#deleted.add(note.id);
    await browser.command('notes.delete', note.id);
  }

  /** True when nobody has changed the note beyond what this row of it tells. */
  async #isSettled({ id, revision, text, scope, versions }: NoteRow): Promise<boolean> {
    const known = [text, ...versions.map((version) => version.text)];
    for (const { database } of this.#browsers) {
      const row = await database.notes.get(id);
      if (row === undefined) continue;
      if (row.conflict !== undefined || row.deletedAt !== undefined) return false;
      if (row.revision > revision || !known.includes(row.text)) return false;
      if (row.revision === revision && JSON.stringify(row.scope) !== JSON.stringify(scope))
        return false;
    }
    for (const hand of this.#hands) {
      const copies = (await seenCopies(hand)).filter((copy) => copy.id === id);
      if (copies.some((copy) => !known.includes(copy.text))) return false;
    }
    return true;
  }

  /** The worker stops in the middle of its work. */
  async #kill(browser: NotesBrowser): Promise<void> {
    const work = browser.outbox.wake().catch(() => undefined);
    const pauses = Math.floor(this.#random.next() * 12);
    for (let pause = 0; pause < pauses; pause += 1) await tick();
    browser.kill();
    await work;
  }

  async #allAtOnce(): Promise<void> {
    await Promise.all(
      this.#browsers.map(async (browser) => {
        await this.#write(browser, await this.#someNote(browser));
        await browser.refresh();
      }),
    );
  }

  async #pageEdit(hand = this.#random.pick(this.#hands)): Promise<void> {
    const ours = (await hand.see()).filter(({ text }) => text.includes('text '));
    if (ours.length === 0) return;
    const seen = this.#random.pick(ours);
    const found = /text \d+ by \w+/.exec(seen.text)?.[0];
    if (found === undefined) return;
    this.#texts += 1;
    const text = `text ${this.#texts} by page`;
    this.story.push(`${hand.name}: ${found} becomes ${text}`);
    for (const { id } of copiesIn(seen.text)) this.#deleted.delete(id);
    await hand.edit(seen, seen.text.replace(found, text));
    await this.#pageChanged(hand);
    if (!isList(hand)) return;
    this.#written.add(text);
    this.#unread.set(text, hand.name);
  }

  /** What a page wrote into a row and then took out of it again before anybody read it was never ours. */
  async #pageChanged(hand: Hand): Promise<void> {
    const rows = (await hand.see()).map(({ text }) => text);
    for (const [text, name] of this.#unread) {
      if (name !== hand.name || rows.some((row) => row.includes(text))) continue;
      this.#unread.delete(text);
      this.#written.delete(text);
    }
  }

  async #pageRemoval(): Promise<void> {
    const hand = this.#random.pick(this.#hands);
    const ours = (await hand.see()).filter(({ text }) => readCopy(text) !== undefined);
    if (ours.length === 0 || this.#random.chance(0.5)) return;
    const seen = this.#random.pick(ours);
    this.story.push(`${hand.name}: removes ${seen.text}`);
    await hand.remove(seen);
    await this.#pageChanged(hand);
  }

  /** A row of ours is there twice, as after a merge of contacts, and one of the two is changed. */
  async #pageDouble(): Promise<void> {
    const hand = this.#random.pick(this.#hands.filter(({ double }) => double !== undefined));
    const ours = (await hand.see()).filter(({ text }) => readCopy(text) !== undefined);
    if (ours.length === 0) return;
    const seen = this.#random.pick(ours);
    this.story.push(`${hand.name}: doubles ${seen.text}`);
    await hand.double?.(seen);
    if (this.#random.chance(0.5)) await this.#pageEdit(hand);
  }

  /** The line of a row of ours is taken out, or an entry of a text field altogether. */
  async #pageLine(): Promise<void> {
    const hand = this.#random.pick(this.#hands);
    const line = /\n\n?— [^\n]*Deskside note [^\n]*/;
    const entry = /(?<=change only their text[^\n]*\n)[^\n]*\n— [^\n]*Deskside note [^\n]*\n\n/;
    const isField = !isList(hand);
    const seen = (await hand.see()).find(({ text }) => (isField ? entry : line).test(text));
    if (seen === undefined) return;
    this.story.push(`${hand.name}: takes the line out of ${seen.text}`);
    await hand.edit(seen, seen.text.replace(isField ? entry : line, ''));
    await this.#pageChanged(hand);
  }

  /** An agent types above what stands in a text field. */
  async #pageWords(): Promise<void> {
    const hand = this.#random.pick(this.#hands.slice(2));
    this.#texts += 1;
    const words = `words ${this.#texts}`;
    for (const seen of await hand.see()) await hand.edit(seen, `${words}\n${seen.text}`);
    this.#typed.set(hand.name, [words, ...(this.#typed.get(hand.name) ?? [])]);
  }

  async #someNote(browser: NotesBrowser): Promise<NoteRow | undefined> {
    const notes = await browser.database.notes.toArray();
    const living = notes.filter(
      ({ deletedAt, conflict }) => deletedAt === undefined && conflict === undefined,
    );
    // The order of ids is another in each run.
    living.sort((a, b) => (a.text < b.text ? -1 : 1));
    return living.length === 0 ? undefined : this.#random.pick(living);
  }

  /** Chooses a text for each conflict, and wants back what was taken away on some platform. */
  async #answer(browser: NotesBrowser): Promise<void> {
    for (const { id, text, conflict } of await browser.database.notes.toArray()) {
      if (conflict !== undefined) {
        const chosen = [text, conflict.text].sort().join('\n');
        this.#deleted.delete(id);
        const command = { noteId: id, anchor: browser.anchor, text: chosen };
        await browser.handlers['notes.resolve'](command, { kind: 'panel' });
      }
    }
    const rows = await browser.database.replicas.toArray();
    for (const { noteId, contact, state } of rows) {
      if (state === 'removed-there' || state === 'failed' || state === 'blocked') {
        if (state === 'removed-there') this.#deleted.delete(noteId);
        await browser.command('notes.retry', noteId, contact);
      }
    }
  }

  async #checkForeign(hand: Hand): Promise<void> {
    const texts = (await hand.see()).map(({ text }) => text);
    if (hand.name === 'chatwoot') expect(texts).toContain(ownText);
    const [field = ''] = texts;
    if (hand.name === 'chaport' || hand.name === 'chatra') {
      const { outside } = readField(field);
      const typed = (this.#typed.get(hand.name) ?? []).filter(
        (words) => !this.#overwritten.has(words) || outside.includes(words),
      );
      expect(outside).toBe([...typed, ownText].join('\n'));
    }
  }

  /**
   * A text is in a note, in its history, or in a conflict; or it stands in a row of the platform's own,
   * which lost its line before anybody knew it for a copy.
   */
  async #checkTexts(): Promise<void> {
    const notes = (
      await Promise.all(this.#browsers.map(({ database }) => database.notes.toArray()))
    ).flat();
    const rows = await Promise.all(this.#hands.filter(isList).map((hand) => hand.see()));
    const kept = notes.flatMap(({ text, versions, conflict }) => [
      text,
      ...versions.map((version) => version.text),
      conflict?.text ?? '',
    ]);
    kept.push(...rows.flat().map(({ text }) => text));
    const lost = [...this.#written].filter(
      (text) => !kept.some((each) => each.split('\n').includes(text)),
    );
    expect(lost).toEqual([]);
  }

  /** A deleted note that nobody changed later or was asked about is gone everywhere. */
  async #checkDeleted(): Promise<void> {
    const living: string[] = [];
    for (const { name, database } of this.#browsers) {
      for (const { id, deletedAt } of await database.notes.toArray()) {
        if (deletedAt === undefined) living.push(`${id} in ${name}'s browser`);
      }
    }
    for (const hand of this.#hands) {
      for (const { id } of await seenCopies(hand)) living.push(`${id} on ${hand.name}`);
    }
    expect(living.filter((each) => this.#deleted.has(each.split(' ')[0] ?? ''))).toEqual([]);
  }

  /**
   * A field has no version: what a person types there between a browser's reading and the end of its
   * write may be gone, as the privacy statement says. Nothing else may.
   */
  #watched(inner: Transport, name: string): Transport {
    let known: readonly string[] = [];
    const typedThere = () => this.#typed.get(name) ?? [];
    return {
      send: async (request) => {
        if (request.method === 'GET') {
          // Before it is sent: what is typed meanwhile may or may not be in the answer.
          known = typedThere();
          const answer = await inner.send(request);
          for (const [text, hand] of this.#unread) if (hand === name) this.#unread.delete(text);
          return answer;
        }
        try {
          return await inner.send(request);
        } finally {
          for (const words of typedThere()) {
            if (!known.includes(words)) this.#overwritten.add(words);
          }
        }
      },
    };
  }

  #troubled(inner: Transport, who: string): Transport {
    return {
      send: async (request) => {
        await tick();
        if (!this.#isTroubled || this.#random.chance(0.75)) return inner.send(request);
        const trouble = this.#random.pick(['timeout', '429', '500', 'offline', 'late'] as const);
        this.story.push(`${who}: ${request.method} meets ${trouble}`);
        if (trouble === 'timeout') {
          await inner.send(request);
          throw new TransportError('timeout');
        }
        if (trouble === '429') throw new TransportError('rate-limited', { status: 429 });
        if (trouble === '500') throw new TransportError('server-error', { status: 500 });
        if (trouble === 'offline') throw new TransportError('offline');
        for (let pause = 0; pause < 5; pause += 1) await tick();
        return inner.send(request);
      },
    };
  }
}

function tick(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The living notes that are not a browser's own, with where they go. */
async function sharedNotes({ database }: NotesBrowser) {
  const notes = await database.notes.toArray();
  const shared = notes.filter(
    ({ deletedAt, scope }) => deletedAt === undefined && scope.kind !== 'browser',
  );
  return Object.fromEntries(
    shared.map(({ id, revision, text, scope }) => {
      const place = scope.kind === 'connection' ? scope.connectionId : scope.kind;
      return [id, { id, revision, text, place }] as const;
    }),
  );
}

/** Notes are rows there, not one text field. */
function isList({ name }: Hand): boolean {
  return name === 'chatwoot' || name === 'kustomer';
}

async function seenCopies(hand: Hand) {
  return (await hand.see()).flatMap(({ text }) => copiesIn(text));
}

function copiesIn(text: string) {
  const copy = readCopy(text);
  return copy === undefined ? readField(text).copies : [copy];
}

async function copiesOn(hand: Hand): Promise<string[]> {
  return (await seenCopies(hand))
    .map(({ id, revision, text }) => `${id}.${revision} ${text}`)
    .sort();
}
