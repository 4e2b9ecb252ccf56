import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../../../package.json';
import { root, sourceFiles } from './sources';

const folders = ['docs', 'lib', 'test'];
const pages = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/'))),
  ),
];
const read = (page: string): string => readFileSync(path.join(root, page), 'utf8');
const prose = (page: string): string => read(page).replace(/^```[\s\S]*?^```$/gm, '');
const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** The anchor that a heading gets where it is shown. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const anchorsIn = (page: string): string[] =>
  [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

test.each(pages)('%s: every link leads to a file and a heading that exist', (page) => {
  const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const broken = links.filter((link) => {
    if (/^https?:/.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
    if (!existsSync(path.join(root, target))) return true;
    return anchor !== undefined && !anchorsIn(target).includes(decodeURIComponent(anchor));
  });
  expect(broken).toEqual([]);
});

test('the README can be read in five minutes', () => {
  expect(prose('README.md').split(/\s+/).length).toBeLessThanOrEqual(1_500);
});

test('the map names every folder of lib', () => {
  const map = read('lib/README.md');
  const rooms = readdirSync(path.join(root, 'lib'), { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => name);
  expect(rooms.filter((name) => !map.includes(`\`lib/${name}/`))).toEqual([]);
});

test('every runtime dependency has a reason', () => {
  const table = read('CONTRIBUTING.md').split('## Runtime dependencies')[1] ?? '';
  const listed = [...table.matchAll(/^\| ([^|]+) \|/gm)]
    .flatMap(([, names = '']) => names.split(', '))
    .filter((name) => name !== 'package' && name !== '---');
  expect(listed.sort()).toEqual(Object.keys(packageJson.dependencies).sort());
});

test('each guide that is translated has the same sections in both languages', () => {
  const translated = readdirSync(path.join(root, 'docs/zh-CN'));
  const levels = (page: string) => [...prose(page).matchAll(/^(#+) /gm)].map(([, signs]) => signs);
  for (const page of translated) {
    expect(levels(`docs/zh-CN/${page}`), page).toEqual(levels(`docs/en/${page}`));
  }
});

test('the map names only what exists', () => {
  const known = new Set(
    ['entrypoints', 'components', 'lib', 'test'].flatMap((top) =>
      readdirSync(path.join(root, top), { recursive: true, encoding: 'utf8' }).flatMap((file) => {
        const parts = [top, ...file.split(path.sep)];
        return [parts.join('/'), path.parse(parts.at(-1) ?? '').name];
      }),
    ),
  );
  const named = [...prose('lib/README.md').matchAll(/`([a-z][\w./-]*)`/g)].map(
    ([, name = '']) => name,
  );
  const missing = named.filter((name) => !known.has(name.replace(/\/$/, '')));
  expect(missing.filter((name) => !['entrypoints/', 'components/'].includes(name))).toEqual([]);
});

const blanking =
  /blanks what it recognises of the other customer.*read the reply before you send it/;
const blankingInChinese = /把识别出的另一位客户的信息.*替换为待填项.*发送前请通读一遍/;

test.each([
  ...['README.md', 'CHANGELOG.md', 'docs/en/agents.md', 'docs/en/privacy.md'],
  ...['docs/zh-CN/agents.md', 'docs/zh-CN/privacy.md'],
])(
  '%s: what is blanked in an old answer is what is recognised, and no more is promised',
  (page) => {
    expect(flat(prose(page))).toMatch(page.includes('zh-CN') ? blankingInChinese : blanking);
  },
);

/** Quoted in the guides and not ours: names in the browsers, and an example of a question. */
const foreignQuotes = [
  ...['Load unpacked', 'Load Temporary Add-on', 'Manage Extension Shortcuts'],
  ...['加载已解压的扩展程序', '临时载入附加组件', '管理扩展快捷键', '谁提到过4711号包裹？'],
];

/** What a guide quotes that the interface, as this text has it, does not say. */
function unknownQuotes(page: string, quotes: RegExp, product: string): string[] {
  const quoted = [...flat(prose(page)).matchAll(quotes)].map(([, name = '']) => name);
  const missing = quoted.filter((name) => !product.includes(name.replace(/[.?…]$/, '')));
  return missing.filter((name) => !foreignQuotes.includes(name));
}

test.each(pages.filter((page) => /^(?:README|docs\/en\/.*)\.md$/.test(page)))(
  '%s: what it quotes of the interface is there',
  (page) => {
    const product = flat([...sourceFiles(), 'lib/language/en.po'].map(read).join('\n'));
    expect(unknownQuotes(page, /“([A-Z][^”]*)”/g, product)).toEqual([]);
  },
);

/** What stands to the left in the table of what the panel says when nothing was inserted. */
const tableOf = (page: string, head: string): string[] =>
  (read(page).split(`| ${head} |`)[1]?.split('\n\n')[0] ?? '')
    .split('\n')
    .flatMap((row) => /^\| ([^|-][^|]*?) \|/.exec(row)?.[1] ?? []);

test.each([
  ['docs/en/troubleshooting.md', 'what it says', 'lib/language/en.po'],
  ['docs/zh-CN/troubleshooting.md', '提示内容', 'lib/language/zh-CN.po'],
])('%s: whoever looks for what the panel says finds the panel’s own words', (page, head, file) => {
  const sentences = [...read(file).matchAll(/^msgstr "(.+)"$/gm)].map(([, words]) => words);
  const product = sentences.join('\n');
  const said = tableOf(page, head);
  expect(said.length).toBeGreaterThan(5);
  expect(said.filter((words) => !product.includes(words))).toEqual([]);
  expect(unknownQuotes(page, /“([^”]+)”/g, product)).toEqual([]);
});

test.each(pages.filter((page) => page.startsWith('docs/zh-CN/')))(
  '%s: what it quotes is what the Chinese interface says',
  (page) => {
    const sentences = read('lib/language/zh-CN.po').matchAll(/^msgstr "(.+)"$/gm);
    const product = [...sentences].map(([, sentence]) => sentence).join('\n');
    expect(unknownQuotes(page, /“([^”]+)”/g, product)).toEqual([]);
  },
);
