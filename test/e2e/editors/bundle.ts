import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Rollup } from 'vite';

/** The page's script with all four editors, in one piece. */
export async function editorsScript(): Promise<string> {
  const result = await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: path.join(import.meta.dirname, 'main.ts'), formats: ['es'], fileName: 'page' },
    },
  });
  const [bundle] = (Array.isArray(result) ? result : [result]) as Rollup.RollupOutput[];
  const chunk = bundle?.output.find((each) => each.type === 'chunk');
  if (chunk === undefined) throw new Error('the editors were not bundled');
  return chunk.code;
}
