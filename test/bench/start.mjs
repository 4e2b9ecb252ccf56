import { ensureBuilt, ensureInstalled, run } from '../setup/installed.mjs';

ensureInstalled();
ensureBuilt();
run('npx', ['tsx', 'test/bench/bench.ts']);
