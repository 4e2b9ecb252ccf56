import { test } from 'vitest';
import { emptyNotesDatabase } from './notes-browser';
import { NotesSchedule } from './notes-schedule';

/** `SEED=123 npx vitest run notes/faults` repeats one run, or tells one that is not among these. */
const only = process.env.SEED;

/**
 * Tells the schedules of these seeds as one test; a failing one names its seed and what happened.
 * Several files share the seeds, so that they are told side by side.
 */
export function testSchedules(first: number, count: number): void {
  const wanted = first === 1 ? [Number(only)] : [];
  const seeds =
    only === undefined ? Array.from({ length: count }, (_, index) => first + index) : wanted;
  const name = 'no schedule of faults loses a note, writes one twice or touches what is not ours';
  test.skipIf(seeds.length === 0)(name, { timeout: 300_000 }, async () => {
    await tellStories(seeds);
  });
}

/** Tells the stories of these seeds, one after the other; every second one has three browsers. */
async function tellStories(seeds: readonly number[]): Promise<void> {
  const databases = [1, 2, 3].map(() => emptyNotesDatabase());
  for (const seed of seeds) {
    const chosen = databases.slice(0, seed % 2 === 0 ? 2 : 3);
    await tell(new NotesSchedule(seed, chosen), seed);
  }
}

async function tell(schedule: NotesSchedule, seed: number): Promise<void> {
  try {
    await schedule.run();
    await schedule.settle();
    await schedule.close();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`seed ${seed}: ${reason}\n${schedule.story.join('\n')}`, { cause: error });
  }
}
