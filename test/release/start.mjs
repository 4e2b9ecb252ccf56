import { ensureInstalled, run } from '../setup/installed.mjs';

ensureInstalled();
run('npx', ['tsx', 'test/release/release.ts']);
