import { ensureBuilt } from '../setup/installed.mjs';

/**
 * Before all browser tests: an older build would be tested in place of the code as it is, until the demo's
 * test builds anew while the others run.
 */
export default function buildWhatIsOutdated() {
  ensureBuilt('chrome', 'firefox');
}
