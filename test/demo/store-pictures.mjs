import { ensureBuilt, ensureInstalled, run } from '../setup/installed.mjs';

ensureInstalled();
ensureBuilt('chrome');
run('npx', ['tsx', 'test/demo/store-pictures.ts', ...process.argv.slice(2)]);
