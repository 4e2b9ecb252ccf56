import path from 'node:path';
import { runnerImport } from 'vite';
import { linguiMacros } from '../../lib/language/build/compile-sentences';

// By itself the bundler chooses development, for which the pages of the emulated helpdesks cannot be built.
process.env.NODE_ENV = 'production';

// The measured code contains Lingui's macros, which only a bundler's plugin understands.
await runnerImport(path.join(import.meta.dirname, 'bench.ts'), {
  configFile: false,
  plugins: [linguiMacros()],
  resolve: { alias: { '@': path.resolve(import.meta.dirname, '../..') } },
});
