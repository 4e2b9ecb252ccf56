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

/**
 * A random story of two browsers and people in the platforms' own pages, with faults in between;
 * the same seed tells the same story.
 */
export class NotesSchedule {
  readonly story: string[] = [];
  readonly #random: Random;
  readonly #hands: Hand[];
  readonly #browsers: NotesBrowser[];
  /** Every text that a person has saved or typed: none of them may be lost. */
  readonly #written = new Set<string>();
  readonly #deleted = new Set<string>();
  #isTroubled = true;
  #texts = 0;

  /** `databases`: one for each browser; opening them anew would take most of the time. */
  constructor(seed: number, databases: readonly DesksideDatabase[]) {
    this.#random = new Random(seed);
    this.#hands = openDesk().hands;
    this.#browsers = databases.map((database, index) => {
      const name = index === 0 ? 'Sam' : 'Kim';
      return new NotesBrowser({
        name,
        database,
        hands: this.#hands,
        wrap: (inner, hand) => this.#troubled(inner, `${name} ${hand.name}`),
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
    const [one, other] = await Promise.all(this.#browsers.map(livingNotes));
    expect(other).toEqual(one);
    const everywhere = Object.values(one ?? {})
      .map(({ id, revision, text }) => `${id}.${revision} ${text}`)
      .sort();
    for (const hand of this.#hands) {
      expect(await copiesOn(hand), `copies on ${hand.name}`).toEqual(everywhere);
      await this.#checkForeign(hand);
    }
    await this.#checkTexts();
  }

  async #step(browser: NotesBrowser): Promise<void> {
    const act = this.#random.pick([
      'write',
      'write',
      'edit',
      'edit',
      'delete',
      'refresh',
      'refresh',
      'deliver',
      'kill',
      'both',
      'page edit',
      'page removal',
    ] as const);
    this.story.push(`${browser.name}: ${act}`);
    if (act === 'write') await this.#write(browser, undefined);
    else if (act === 'edit') await this.#write(browser, await this.#someNote(browser));
    else if (act === 'delete') await this.#delete(browser);
    else if (act === 'refresh') await browser.refresh();
    else if (act === 'deliver') await browser.outbox.wake();
    else if (act === 'kill') await this.#kill(browser);
    else if (act === 'both') await this.#both();
    else if (act === 'page edit') await this.#pageEdit();
    else await this.#pageRemoval();
  }

  async #write(browser: NotesBrowser, note: NoteRow | undefined): Promise<void> {
    this.#texts += 1;
    const text = `text ${this.#texts} by ${browser.name}`;
    this.#written.add(text);
    await browser.save(text, note === undefined ? {} : { id: note.id });
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

  async #both(): Promise<void> {
    await Promise.all(
      this.#browsers.map(async (browser) => {
        await this.#write(browser, await this.#someNote(browser));
        await browser.refresh();
      }),
    );
  }

  async #pageEdit(): Promise<void> {
    const hand = this.#random.pick(this.#hands);
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
      expect(readField(field).outside).toBe(ownText);
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

async function livingNotes({ database }: NotesBrowser) {
  const notes = await database.notes.toArray();
  const living = notes.filter(({ deletedAt }) => deletedAt === undefined);
  return Object.fromEntries(
    living.map(({ id, revision, text }) => [id, { id, revision, text }] as const),
  );
}

async function copiesOn(hand: Hand): Promise<string[]> {
  const copies = (await hand.see()).flatMap(({ text }) => {
    const copy = readCopy(text);
    return copy === undefined ? readField(text).copies : [copy];
  });
  return copies.map(({ id, revision, text }) => `${id}.${revision} ${text}`).sort();
}
