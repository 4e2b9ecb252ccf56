import { expect } from '@playwright/test';
import { copiesIn, type NoteDesk, noteDesks, type SeenNote } from '../browser/note-desks';
import { stopWorker } from '../browser/stop-worker';
import { readTable } from '../browser/timeline';
import { openEverywhere } from './everywhere';
import { type Desk, test } from './fixtures';
import { NoteSchedule, type Writer } from './note-schedule';

/** `SEED=7 npx playwright test … note-faults` repeats one run. */
const only = process.env.SEED;
const seeds = only === undefined ? Array.from({ length: 12 }, (_, index) => index + 1) : [+only];

async function openWriter(name: string, desk: Desk, on: 'chatwoot' | 'kustomer'): Promise<Writer> {
  const { tab, panel } = await openEverywhere(desk, 'amelie', on);
  return { name, panel, kill: () => stopWorker(tab) };
}

/** What stands on a platform besides our copies. */
function foreignIn(seen: readonly SeenNote[]): string[] {
  const block = /(?:\n\n)?--- Notes by Deskside[\s\S]*--- End of notes by Deskside ---$/;
  return seen
    .filter(({ id, text }) => id === 'field' || copiesIn(text).length === 0)
    .map(({ text }) => text.replace(block, ''));
}

async function living({ panel }: Writer): Promise<string[]> {
  const notes = await readTable(panel, 'notes');
  return notes
    .filter(({ deletedAt }) => deletedAt === undefined)
    .map(({ id, revision, text }) => `${id}.${revision} ${text}`)
    .sort();
}

async function copiesAt(desk: NoteDesk): Promise<string[]> {
  const copies = (await desk.see()).flatMap(({ text }) => copiesIn(text));
  return copies.map(({ id, revision, text }) => `${id}.${revision} ${text}`).sort();
}

test('practice 14: a dozen stories of faults: no note is lost, none is there twice, nothing else is touched', async ({
  desk,
  colleague,
}) => {
  test.setTimeout(600_000);
  const desks = noteDesks(desk.helpdesks, 'amelie');
  const foreign = await Promise.all(desks.map(async (each) => foreignIn(await each.see())));
  desk.helpdesks.chatra.switches.rateLimit = null;
  const writers = [
    await openWriter('Sam', desk, 'chatwoot'),
    await openWriter('Kim', colleague, 'kustomer'),
  ];
  const agree = async () => {
    const [here = [], there] = await Promise.all(writers.map(living));
    expect(there).toEqual(here);
    for (const [index, each] of desks.entries()) {
      expect(await copiesAt(each), `copies on ${each.name}`).toEqual(here);
      expect(foreignIn(await each.see()), `own notes of ${each.name}`).toEqual(foreign[index]);
    }
  };
  for (const seed of seeds) {
    await test.step(`seed ${seed}`, async () => {
      const schedule = new NoteSchedule(seed, desk.helpdesks, desks, writers);
      try {
        await schedule.run();
        await schedule.settle(agree);
      } catch (error) {
        const told = error instanceof Error ? error.message : String(error);
        throw new Error(`seed ${seed}: ${told}\n${schedule.story.join('\n')}`, { cause: error });
      }
    });
  }
});
