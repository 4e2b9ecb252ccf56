import { ensureBuilt, ensureInstalled, run } from '../setup/installed.mjs';

ensureInstalled();
ensureBuilt('chrome');
run('npx', ['tsx', 'test/demo/demo.ts', ...process.argv.slice(2)]);
