import { expect, test } from 'vitest';
import { readCopy } from '../../../../lib/notes/copy-marker';
import { readField } from '../../../../lib/notes/field-block';
import { NotesBrowser } from '../notes/notes-browser';
import { type Hand, openDesk, ownText } from '../notes/notes-desk';
import { type Flow, type SteppedWorker, stopEverywhere } from './stop-steps';

interface Story {
  hands: Hand[];
  clock: number;
  noteId: string;
  isAnswered: boolean;
}

const hour = 60 * 60_000;

/** Sam's browser with this worker in it. */
function browserOf({ hands, clock }: Story, { database, wrap }: SteppedWorker): NotesBrowser {
  const browser = new NotesBrowser({ name: 'Sam', hands, database, wrap });
  browser.clock = clock;
  return browser;
}

/** Ana where notes are rows, and where they are one text field. */
async function open(worker: SteppedWorker, text?: string): Promise<Story> {
  const hands = openDesk().hands.filter(({ name }) => name === 'chatwoot' || name === 'chaport');
  const story: Story = { hands, clock: Date.UTC(2026, 10, 20, 12), noteId: '', isAnswered: false };
  const browser = browserOf(story, worker);
  await browser.open();
  if (text !== undefined) {
    story.noteId = await browser.save(text);
    await browser.outbox.wake();
  }
  return story;
}

/** The worker is started for an alarm, and somebody looks at Ana. */
async function goOn(story: Story, worker: SteppedWorker): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    story.clock += 2 * hour;
    const browser = browserOf(story, worker);
    await browser.outbox.wake();
    await browser.refresh();
  }
}

/** The texts of all copies on each platform; what agents wrote themselves is untouched. */
async function copiesOn(hands: readonly Hand[]): Promise<string[][]> {
  return Promise.all(
    hands.map(async (hand) => {
      const seen = await hand.see();
      if (hand.name === 'chatwoot') {
        expect(seen.map(({ text }) => text)).toContain(ownText);
        return seen.flatMap(({ text }) => readCopy(text)?.text ?? []);
      }
      const { outside, copies } = readField(seen[0]?.text ?? '');
      expect(outside).toBe(ownText);
      return copies.map(({ text }) => text);
    }),
  );
}

async function livingTexts({ database }: SteppedWorker): Promise<string[]> {
  const notes = await database.notes.toArray();
  expect(notes.filter(({ conflict }) => conflict !== undefined)).toEqual([]);
  return notes.filter(({ deletedAt }) => deletedAt === undefined).map(({ text }) => text);
}

const saving: Flow<Story> = {
  open: (worker) => open(worker),
  act: async (story, worker) => {
    const browser = browserOf(story, worker);
    await browser.save('written once');
    story.isAnswered = true;
    await browser.outbox.wake();
  },
  goOn,
  check: async ({ hands, isAnswered }, worker) => {
    const texts = await livingTexts(worker);
    if (isAnswered) expect(texts).toEqual(['written once']);
    else expect(['', 'written once']).toContain(texts.join());
    for (const copies of await copiesOn(hands)) expect(copies).toEqual(texts);
  },
};

const changing: Flow<Story> = {
  open: (worker) => open(worker, 'before'),
  act: async (story, worker) => {
    const browser = browserOf(story, worker);
    await browser.save('after', { id: story.noteId });
    story.isAnswered = true;
    await browser.outbox.wake();
  },
  goOn,
  check: async ({ hands, isAnswered }, worker) => {
    const texts = await livingTexts(worker);
    expect(isAnswered ? ['after'] : ['before', 'after']).toContain(texts.join());
    for (const copies of await copiesOn(hands)) expect(copies).toEqual(texts);
  },
};

const deleting: Flow<Story> = {
  open: (worker) => open(worker, 'to go'),
  act: async (story, worker) => {
    const browser = browserOf(story, worker);
    await browser.command('notes.delete', story.noteId);
    story.isAnswered = true;
  },
  goOn,
  check: async ({ hands, isAnswered }, worker) => {
    const texts = await livingTexts(worker);
    if (isAnswered) expect(texts).toEqual([]);
    for (const copies of await copiesOn(hands)) expect(copies).toEqual(texts);
  },
};

test.each([
  ['saved and delivered', saving],
  ['changed', changing],
  ['deleted', deleting],
])('practice 14: a note is %s once, wherever the worker is stopped', async (_name, flow) => {
  expect(await stopEverywhere(flow)).toBeGreaterThan(20);
});
