import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../../docs/store/pictures');

/** Width and height of a PNG file. */
function sizeOf(file: string): [number, number] {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test.each(['en', 'zh-CN'])('%s: five pictures of the size that the stores take', (language) => {
  const files = readdirSync(path.join(folder, language));
  expect(files).toHaveLength(5);
  for (const file of files) expect(sizeOf(path.join(folder, language, file))).toEqual([1280, 800]);
});
