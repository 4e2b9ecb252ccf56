import { expect } from 'vitest';
import { TransportError } from '../../../../lib/http/errors';
import type { Transport } from '../../../../lib/http/transport';
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
  ['delete', 1],
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
  readonly #deleted = new Set<string>();
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
    await browser.save(text, note === undefined ? {} : { id: note.id, scope: note.scope });
    if (this.#random.chance(0.6)) await browser.outbox.wake();
  }

  async #delete(browser: NotesBrowser): Promise<void> {
    const note = await this.#someNote(browser);
    if (note === undefined || this.#random.chance(0.5)) return;
    this.#deleted.add(note.id);
    await browser.command('notes.delete', note.id);
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
    this.#written.add(text);
    this.story.push(`${hand.name}: ${found} becomes ${text}`);
    await hand.edit(seen, seen.text.replace(found, text));
  }

  async #pageRemoval(): Promise<void> {
    const hand = this.#random.pick(this.#hands);
    const ours = (await hand.see()).filter(({ text }) => readCopy(text) !== undefined);
    if (ours.length === 0 || this.#random.chance(0.5)) return;
    const seen = this.#random.pick(ours);
    this.story.push(`${hand.name}: removes ${seen.text}`);
    await hand.remove(seen);
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
    const isField = hand.double === undefined && hand.name !== 'kustomer';
    const seen = (await hand.see()).find(({ text }) => (isField ? entry : line).test(text));
    if (seen === undefined) return;
    this.story.push(`${hand.name}: takes the line out of ${seen.text}`);
    await hand.edit(seen, seen.text.replace(isField ? entry : line, ''));
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
        const command = { noteId: id, anchor: browser.anchor, text: chosen };
        await browser.handlers['notes.resolve'](command, { kind: 'panel' });
      }
    }
    const rows = await browser.database.replicas.toArray();
    for (const { noteId, contact, state } of rows) {
      if (state === 'removed-there' || state === 'failed' || state === 'blocked') {
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

  /** A text is in a note, in its history, or in a conflict, in the browser where it was written. */
  async #checkTexts(): Promise<void> {
    const notes = (
      await Promise.all(this.#browsers.map(({ database }) => database.notes.toArray()))
    ).flat();
    const kept = notes.flatMap(({ text, versions, conflict }) => [
      text,
      ...versions.map((version) => version.text),
      conflict?.text ?? '',
    ]);
    const lost = [...this.#written].filter(
      (text) => !kept.some((each) => each.split('\n').includes(text)),
    );
    // What a page changed and then lost to another page before anybody read it was never ours.
    expect(lost.filter((text) => !text.endsWith('page'))).toEqual([]);
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
          return inner.send(request);
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

async function copiesOn(hand: Hand): Promise<string[]> {
  const copies = (await hand.see()).flatMap(({ text }) => {
    const copy = readCopy(text);
    return copy === undefined ? readField(text).copies : [copy];
  });
  return copies.map(({ id, revision, text }) => `${id}.${revision} ${text}`).sort();
}
