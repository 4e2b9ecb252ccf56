import { startHelpdesks } from '../helpdesks/start';
import { benchColdStart } from './cold-start';
import { benchDirectory } from './directory';
import { benchFanOut } from './fan-out';
import { benchMerge } from './merge';
import { benchNotes } from './notes';
import { benchPanel } from './panel';
import { type Figure, report } from './report';

/** `npm run bench`: each figure beside the limit or the peer it is measured against. */
const helpdesks = await startHelpdesks();
try {
  report('Timeline', benchMerge());
  report('Notes', await benchNotes());
  report('Worker', await benchColdStart(helpdesks));
  report('Fan-out', await benchFanOut(helpdesks));
  report('Panel', await benchPanel(helpdesks));
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
