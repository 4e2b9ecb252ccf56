import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const guides = [
  ...readdirSync(path.join(root, 'docs/zh-CN')).map((file) => `docs/zh-CN/${file}`),
  'docs/store/zh-CN.md',
];
const translations = [...read('lib/language/zh-CN.po').matchAll(/^msgstr(?:\[\d\])? "(.+)"$/gm)]
  .map(([, words = '']) => words)
  .join('\n');
const texts: [string, string][] = [
  ['lib/language/zh-CN.po', translations],
  ...guides.map((guide): [string, string] => [guide, read(guide)]),
];

/** Second names of things that have one already, and words that support teams do not use for them. */
const otherNames = [
  ...[/数值/, /来信/, /正在询问/, /国家代码/, /(?<!请求)标头/, /公共邮箱/, /公用地址/, /面板/],
  ...[/[^联]决定文件/, /导[入出]决定/, /未作/, /[公私]钥/, /您/, /写信/, /Deskside ?(?:还)?不认识/],
];

test.each(texts)('%s: one thing has one name', (_file, text) => {
  expect(otherNames.filter((name) => name.test(text)).map(String)).toEqual([]);
});

test.each(guides)('%s: no blank stands between Chinese and Latin signs', (guide) => {
  // What is quoted of the interface is written as it is there.
  const prose = read(guide).replace(/```[\s\S]*?```|“[^”]*”/g, '');
  expect(prose.match(/\p{sc=Han} [\w`]+|[\w`]+ \p{sc=Han}/gu) ?? []).toEqual([]);
});
