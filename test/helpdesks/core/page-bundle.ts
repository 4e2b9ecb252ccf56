import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const helpdesks = path.resolve(import.meta.dirname, '..');
const output = path.resolve(helpdesks, '../../.cache/helpdesk-pages');

/**
 * Bundles `test/helpdesks/<name>/page/main.tsx` (or `.ts`) with the real editor library into one
 * script. Built once per process: the sources may have changed since the last run.
 */
const built = new Map<string, Promise<string>>();

export function pageScript(name: string): Promise<string> {
  let script = built.get(name);
  if (script === undefined) {
    script = bundle(name);
    built.set(name, script);
  }
  return script;
}

async function bundle(name: string): Promise<string> {
  const folder = path.join(helpdesks, name, 'page');
  const entry = ['main.tsx', 'main.ts'].map((file) => path.join(folder, file)).find(existsSync);
  if (entry === undefined) throw new Error(`no page entry in ${folder}`);
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      outDir: path.join(output, name),
      emptyOutDir: true,
      minify: false,
      cssCodeSplit: false,
      lib: { entry, formats: ['es'], fileName: () => 'page.js' },
    },
  });
  return readFile(path.join(output, name, 'page.js'), 'utf8');
}
