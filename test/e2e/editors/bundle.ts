import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Rollup } from 'vite';

/** A page's script in one piece: that with four editors, or the one named. */
export async function editorsScript(entry = 'main.ts'): Promise<string> {
  const result = await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: path.join(import.meta.dirname, entry), formats: ['es'], fileName: 'page' },
    },
  });
  const [bundle] = (Array.isArray(result) ? result : [result]) as Rollup.RollupOutput[];
  const chunk = bundle?.output.find((each) => each.type === 'chunk');
  if (chunk === undefined) throw new Error('the editors were not bundled');
  return chunk.code;
}
