import { existsSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const helpdesks = path.resolve(import.meta.dirname, '..');

/** Built once per process: the sources may have changed since the last run. */
const built = new Map<string, Promise<string>>();

/**
 * Answers with `test/helpdesks/<name>/page/main.tsx` (or `.ts`) and the real editor library in one
 * script. The browser keeps it, as it keeps those of the real services: a megabyte for each page
 * opened would take most of the time that the page takes.
 */
export async function pageScript(name: string): Promise<Response> {
  const script = built.get(name) ?? bundle(name);
  built.set(name, script);
  return new Response(await script, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'private, max-age=3600',
    },
  });
}

async function bundle(name: string): Promise<string> {
  const folder = path.join(helpdesks, name, 'page');
  const entry = ['main.tsx', 'main.ts'].map((file) => path.join(folder, file)).find(existsSync);
  if (entry === undefined) throw new Error(`no page entry in ${folder}`);
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      // Into memory: several processes at once would write the same file.
      write: false,
      minify: true,
      cssCodeSplit: false,
      lib: { entry, formats: ['es'], fileName: () => 'page.js' },
    },
  });
  const [output] = [result].flat();
  if (output === undefined || !('output' in output)) throw new Error(`${name} was not bundled`);
  return output.output[0].code;
}
