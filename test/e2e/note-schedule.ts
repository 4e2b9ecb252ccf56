import { expect, type Page } from '@playwright/test';
import { copiesIn, type NoteDesk } from '../browser/note-desks';
import {
  clickIfThere,
  keepBothTexts,
  note,
  openNotes,
  retryAll,
  saveChange,
  writeNote,
} from '../browser/notes';
import { readTable } from '../browser/timeline';
import type { FaultKind } from '../helpdesks/core/faults';
import type { Helpdesks } from '../helpdesks/start';
import { Random } from '../unit/worker/random';

/** Somebody who writes notes in a browser of their own. */
export interface Writer {
  name: string;
  panel: Page;
  /** Stops the worker where it is, as the browser does. */
  kill(): Promise<void>;
}

const acts = ['edit', 'edit', 'both', 'delete', 'page edit', 'page removal', 'write'] as const;
const troubles = ['none', '500', '429', 'answer lost', 'offline', 'kill', 'kill'] as const;
const writes = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Rounds in which everybody reads and answers, until all agrees. */
const mostRounds = 12;

/** How long (ms) a worker may take for what it can do by itself; after it everybody reads once more. */
const patience = 4_000;

/**
 * A random story of two people who write, change and delete notes in their panels, of people who do
 * so in the platforms' own pages, and of faults in between. The same seed tells the same story, as
 * far as browsers keep to one.
 */
export class NoteSchedule {
  readonly story: string[] = [];
  readonly #random: Random;
  readonly #written: string[] = [];

  constructor(
    private readonly seed: number,
    private readonly helpdesks: Helpdesks,
    private readonly desks: readonly NoteDesk[],
    private readonly writers: readonly Writer[],
  ) {
    this.#random = new Random(seed);
  }

  async run(): Promise<void> {
    await this.#troubled('write');
    await this.#troubled(this.#random.pick(acts));
    await this.#troubled(this.#random.pick(acts));
  }

  /**
   * The trouble ends, people answer what is asked, everybody reads: then `check` has to hold, and no
   * text may be lost. Throws what does not hold.
   */
  async settle(check: () => Promise<void>): Promise<void> {
    for (const { faults } of this.helpdesks.all) faults.clear();
    for (let round = 1; ; round += 1) {
      await this.#readAndAnswer();
      try {
        await check();
        await this.#checkTexts();
        return;
      } catch (error) {
        if (round === mostRounds) throw error;
      }
    }
  }

  async #readAndAnswer(): Promise<void> {
    for (const { panel } of this.writers) {
      await readNotes(panel);
      await retryAll(panel);
    }
    for (const { panel } of this.writers) if (await keepBothTexts(panel)) break;
    for (const { panel } of this.writers) await delivered(panel);
  }

  async #troubled(act: (typeof acts)[number]): Promise<void> {
    const writer = this.#random.pick(this.writers);
    const trouble = this.#random.pick(troubles);
    const at = this.#random.pick(this.helpdesks.all);
    const isDone = this.#random.chance(0.5);
    this.story.push(`${writer.name}: ${act}; ${at.name}: ${trouble}${isDone ? ', done' : ''}`);
    const fault = faultOf(trouble, isDone ? 'work' : undefined);
    if (fault !== undefined) at.faults.add({ fault, methods: writes, times: 1 });
    if (trouble === 'offline') {
      for (const { faults } of this.helpdesks.all)
        faults.add({ fault: { kind: 'lost' }, times: 2 });
    }
    await this.#act(act, writer);
    if (trouble !== 'kill') return;
    // Where nothing is to be written just now, it is killed all the same.
    const isStruck = () => at.log.api().some(({ status }) => status === 0);
    await delivered(writer.panel, isStruck);
    await writer.kill();
    at.faults.clear();
  }

  async #act(act: (typeof acts)[number], writer: Writer): Promise<void> {
    if (act === 'write') await writeNote(writer.panel, this.#text(writer.name));
    else if (act === 'page edit' || act === 'page removal') await this.#inPage(act);
    else if (act === 'both') await Promise.all(this.writers.map((each) => this.#edit(each)));
    else if (act === 'edit') await this.#edit(writer);
    else {
      const text = await this.#known(writer);
      if (text === undefined) return;
      this.story.push(`${writer.name} deletes “${text}”`);
      await clickIfThere(note(writer.panel, text).getByRole('button', { name: 'Delete' }));
    }
  }

  async #edit(writer: Writer): Promise<void> {
    const { panel } = writer;
    // A change made elsewhere may come just now: then the text that was seen is there no longer.
    for (;;) {
      const text = await this.#known(writer);
      if (text === undefined) return writeNote(panel, this.#text(writer.name));
      if (await clickIfThere(note(panel, text).getByRole('button', { name: 'Edit' }))) {
        return saveChange(panel, this.#text(writer.name));
      }
    }
  }

  /** Somebody changes or takes away a copy of this story's notes in a platform's own page. */
  async #inPage(act: 'page edit' | 'page removal'): Promise<void> {
    const desks = this.#random.shuffled(this.desks);
    const found = await within(patience, async () => {
      for (const desk of desks) {
        for (const seen of await desk.see()) {
          const copy = copiesIn(seen.text).find(({ text }) => this.#written.includes(text));
          if (copy !== undefined) return { desk, seen, copy };
        }
      }
      return undefined;
    });
    if (found === undefined) return;
    const { desk, seen, copy } = found;
    this.story.push(`${desk.name}, ${act} of “${copy.text}”`);
    if (act === 'page removal') await desk.remove(seen, copy);
    else await desk.edit(seen, seen.text.replace(copy.text, this.#text('page')));
  }

  /** A text of this story that can be changed in the writer's panel. */
  async #known({ panel }: Writer): Promise<string | undefined> {
    await openNotes(panel);
    return within(patience, async () => {
      for (const text of this.#written.toReversed()) {
        if (await note(panel, text).getByRole('button', { name: 'Edit' }).isVisible()) return text;
      }
      return undefined;
    });
  }

  #text(by: string): string {
    const text = `Story ${this.seed}, text ${this.#written.length + 1} by ${by}`;
    this.#written.push(text);
    return text;
  }

  /** A text is in a note, in its history or in a question, in the browser where it was written. */
  async #checkTexts(): Promise<void> {
    const tables = await Promise.all(this.writers.map(({ panel }) => readTable(panel, 'notes')));
    const kept = JSON.stringify(tables);
    // What a page changed and then lost before anybody read it was never ours.
    const ours = this.#written.filter((text) => !text.endsWith('page'));
    expect(ours.filter((text) => !kept.includes(text))).toEqual([]);
  }
}

function faultOf(trouble: (typeof troubles)[number], after: 'work' | undefined) {
  const done = after === undefined ? {} : { after };
  const faults: Partial<Record<typeof trouble, FaultKind>> = {
    '500': { kind: 'status', status: 500 },
    '429': { kind: 'status', status: 429 },
    'answer lost': { kind: 'lost', ...done },
    kill: { kind: 'hang', ...done },
  };
  return faults[trouble];
}

/** Has the notes of whom the panel shows read from everywhere, as their tab does when it is opened. */
async function readNotes(panel: Page): Promise<void> {
  const [screen] = await readTable(panel, 'screens');
  await panel.evaluate(
    (anchor) => chrome.runtime.sendMessage({ type: 'notes.refresh', payload: { anchor } }),
    String(screen?.anchor),
  );
}

/** Until no copy is on its way any longer, or that is, or it takes longer than somebody waits. */
async function delivered(panel: Page, orElse = () => false): Promise<void> {
  await within(patience, async () => {
    const copies = await readTable(panel, 'replicas');
    return orElse() || !copies.some(({ state }) => state === 'waiting') || undefined;
  });
}

/** Asks again until there is an answer, or the time (ms) is over. */
async function within<T>(time: number, ask: () => Promise<T | undefined>): Promise<T | undefined> {
  let answer: T | undefined;
  const asked = async () => {
    answer = await ask();
    return answer !== undefined;
  };
  await expect
    .poll(asked, { timeout: time, intervals: [100] })
    .toBe(true)
    .catch(() => undefined);
  return answer;
}
