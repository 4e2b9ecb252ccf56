import { expect, test } from 'vitest';
import { NotesSchedule } from './notes-schedule';

/** `SEED=123 npx vitest run note-faults` repeats one run. */
const only = process.env.SEED === undefined ? undefined : Number(process.env.SEED);
const runs = 500;

// Emulators of four platforms and two browsers are built anew for each run.
test('no schedule of faults loses a note, writes one twice or touches what is not ours', {
  timeout: 300_000,
}, async () => {
  const seeds = only === undefined ? Array.from({ length: runs }, (_, index) => index + 1) : [only];
  for (const seed of seeds) {
    const schedule = new NotesSchedule(seed);
    try {
      await schedule.run();
      await schedule.settle();
      await schedule.close();
    } catch (error) {
      const told = error instanceof Error ? error.message : String(error);
      throw new Error(`seed ${seed}: ${told}\n${schedule.story.join('\n')}`, { cause: error });
    }
  }
  expect(seeds.length).toBeGreaterThan(0);
});
