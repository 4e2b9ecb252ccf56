import { ensureBuilt, ensureInstalled, run } from '../setup/installed.mjs';

ensureInstalled();
ensureBuilt('chrome');
// npm leaves out the `--` before names, where one was written, and passes them all.
run('npx', ['tsx', 'test/bench/run.ts', ...process.argv.slice(2)]);
