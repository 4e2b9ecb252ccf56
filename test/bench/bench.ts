import { startHelpdesks } from '../helpdesks/start';
import { benchColdStart } from './cold-start';
import { benchDirectory } from './directory';
import { benchFanOut } from './fan-out';
import { benchIdentity } from './identity';
import { benchInsertion } from './insertion';
import { benchLongHistory } from './long-history';
import { benchMerge } from './merge';
import { benchNotes } from './notes';
import { benchNotesInPanel } from './notes-in-panel';
import { benchPanel } from './panel';
import { benchReplies } from './replies';
import { type Figure, report } from './report';
import { benchSearch } from './search';
import { benchStorage } from './storage';

/** `npm run bench`: each figure beside the limit or the peer it is measured against. */
const helpdesks = await startHelpdesks();
try {
  report('People', benchIdentity());
  report('Timeline', [...benchMerge(), ...benchSearch()]);
  report('Storage', await benchStorage());
  report('Canned responses', benchReplies());
  report('Notes', [...(await benchNotes()), ...(await benchNotesInPanel(helpdesks))]);
  report('Worker', await benchColdStart(helpdesks));
  report('Fan-out', await benchFanOut(helpdesks));
  report('Panel', await benchPanel(helpdesks));
  report('Insertion', await benchInsertion(helpdesks));
  report('Long history', await benchLongHistory());
  report('Directory of 100,000 visitors', await directoryFigures());
} finally {
  await helpdesks.server.stop();
}

async function directoryFigures(): Promise<Figure[]> {
  const figures = await benchDirectory();
  return figures.map(({ name, value, unit, goal }) => ({
    what: name,
    value,
    unit,
    against: 'the goal',
    limit: goal,
  }));
}
