import path from 'node:path';
import { runnerImport } from 'vite';
import { linguiMacros } from '../../lib/language/build/macros';

// The measured code contains Lingui's macros, which only a bundler's plugin understands.
await runnerImport(path.join(import.meta.dirname, 'bench.ts'), {
  configFile: false,
  plugins: [linguiMacros()],
  resolve: { alias: { '@': path.resolve(import.meta.dirname, '../..') } },
});
