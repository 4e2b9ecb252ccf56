import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** In the order of the cascade. */
const sheets = ['base', 'list', 'messages', 'composer', 'panel'];

/** The page's style sheets as one. */
export async function readStyles(): Promise<string> {
  const folder = path.join(import.meta.dirname, 'page', 'styles');
  const texts = sheets.map((sheet) => readFile(path.join(folder, `${sheet}.css`), 'utf8'));
  return (await Promise.all(texts)).join('');
}
