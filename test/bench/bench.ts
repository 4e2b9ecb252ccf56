import { startHelpdesks } from '../helpdesks/start';
import { benchColdStart } from './cold-start';
import { benchFanOut } from './fan-out';
import { benchMerge } from './merge';
import { benchPanel } from './panel';
import { report } from './report';

/** `npm run bench`: each figure beside the limit or the peer it is measured against. */
const helpdesks = await startHelpdesks();
try {
  report('Timeline', benchMerge());
  report('Worker', await benchColdStart(helpdesks));
  report('Fan-out', await benchFanOut(helpdesks));
  report('Panel', await benchPanel(helpdesks));
} finally {
  await helpdesks.server.stop();
}
