import { emptyNotesDatabase } from '../unit/worker/notes/notes-browser';
import { NotesSchedule } from '../unit/worker/notes/notes-schedule';
import { type Figure, goal } from './report';

/** How many stories are run; `SEEDS=100 npm run bench note-stories` runs fewer. */
const stories = Number(process.env.SEEDS ?? 2_000);

/**
 * Stories of two and three browsers, with people in the helpdesks' own pages, scopes and accounts that
 * change, faults and killed workers: each must end with all of them agreeing and no text lost. A story that
 * does not is printed with its seed.
 */
export async function benchNoteStories(): Promise<Figure[]> {
  const databases = [1, 2, 3].map(() => emptyNotesDatabase());
  let violations = 0;
  for (let seed = 1; seed <= stories; seed += 1) {
    const schedule = new NotesSchedule(seed, databases.slice(0, seed % 2 === 0 ? 2 : 3));
    try {
      await schedule.run();
      await schedule.settle();
    } catch (error) {
      violations += 1;
      console.error(`seed ${seed}`, error, schedule.story.join('\n'));
    }
    await schedule.close();
  }
  if (violations > 0) throw new Error(`${violations} of ${stories} stories end badly`);
  return [goal(`violations in ${stories} stories of notes`, violations, 'stories', 0)];
}
