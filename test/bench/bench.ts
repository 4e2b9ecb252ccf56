import '../setup/language';
import { type Helpdesks, startHelpdesks } from '../helpdesks/start';
import { benchColdStart } from './cold-start';
import { benchDirectory } from './directory';
import { benchFanOut } from './fan-out';
import { benchFullText } from './full-text';
import { benchIdentity } from './identity';
import { benchInsertion } from './insertion';
import { benchLongHistory } from './long-history';
import { benchMembrane } from './membrane';
import { benchMemory } from './memory';
import { benchMerge } from './merge';
import { benchNoteStories } from './note-stories';
import { benchNotes } from './notes';
import { benchNotesInPanel } from './notes-in-panel';
import { benchPanel } from './panel';
import { benchPastAnswers } from './past-answers';
import { benchReplies } from './replies';
import { type Figure, report, reportMissed } from './report';
import { benchRequests } from './requests';
import { benchSearch } from './search';
import { benchStorage } from './storage';
import { benchWalk } from './walk';

/** The benchmarks, by the name with which each can be requested. */
const subjects: Readonly<
  Record<string, (helpdesks: Helpdesks) => readonly Figure[] | Promise<readonly Figure[]>>
> = {
  people: benchIdentity,
  timeline: () => [...benchMerge(), ...benchSearch()],
  storage: benchStorage,
  'full-text': benchFullText,
  'past-answers': benchPastAnswers,
  responses: benchReplies,
  notes: benchNotes,
  'note-stories': benchNoteStories,
  'notes-in-panel': benchNotesInPanel,
  worker: benchColdStart,
  'fan-out': benchFanOut,
  panel: benchPanel,
  memory: benchMemory,
  insertion: benchInsertion,
  history: benchLongHistory,
  walk: benchWalk,
  requests: benchRequests,
  membrane: benchMembrane,
  directory: benchDirectory,
};

/**
 * `npm run bench`: each figure beside the limit or the peer it is measured against, and at the end those that
 * missed it. `npm run bench panel history` measures only these. A benchmark fails when a condition it needs
 * is not met; a bad figure alone is no failure, because it also depends on the machine.
 */
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in subjects));
if (unknown.length > 0) {
  throw new Error(
    `Not known: ${unknown.join(', ')}. There are: ${Object.keys(subjects).join(', ')}.`,
  );
}
const helpdesks = await startHelpdesks();
const figures: Figure[] = [];
try {
  for (const [name, measure] of Object.entries(subjects)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    try {
      const measured = await measure(helpdesks);
      report(name, measured);
      figures.push(...measured);
    } catch (error) {
      console.error(`\n${name}: FAILED`, error);
      process.exitCode = 1;
    }
  }
} finally {
  await helpdesks.server.stop();
}
reportMissed(figures);
