import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type NodePath, parseSync, traverse, type types } from '@babel/core';
import { expect, test } from 'vitest';
import { root, sourceFiles } from './sources';

/** Sentences by their English text, as a file of a language has them. */
function sentencesOf(file: string): Map<string, string> {
  const blocks = readFileSync(path.join(root, 'lib/language', file), 'utf8').split('\n\n');
  return new Map(blocks.map((block) => [joined(block, 'msgid'), joined(block, 'msgstr')]));
}

function joined(block: string, field: string): string {
  const [, lines = ''] = new RegExp(`^${field} ((?:".*"\\n?)+)`, 'm').exec(block) ?? [];
  return [...lines.matchAll(/"(.*)"/g)].map(([quoted]) => String(JSON.parse(quoted))).join('');
}

/** The English of a sentence that is written in place; none for anything else. */
function sentenceIn(node: types.Node | null | undefined): string[] {
  if (node?.type === 'ConditionalExpression') {
    return [...sentenceIn(node.consequent), ...sentenceIn(node.alternate)];
  }
  if (node?.type !== 'TaggedTemplateExpression') return [];
  const { quasis, expressions } = node.quasi;
  const values = expressions.map((each) => (each.type === 'Identifier' ? `{${each.name}}` : '{0}'));
  return [quasis.map(({ value }, index) => `${value.cooked}${values[index] ?? ''}`).join('')];
}

/** What an element is called by programs that read it aloud, and what is written on it. */
function namesOf({ node }: NodePath<types.JSXElement>): { name: string; shown: string }[] {
  const named = node.openingElement.attributes.find(
    (each) =>
      each.type === 'JSXAttribute' && ['aria-label', 'label'].includes(String(each.name.name)),
  );
  const value = named?.type === 'JSXAttribute' ? named.value : undefined;
  const names = value?.type === 'JSXExpressionContainer' ? sentenceIn(value.expression) : [];
  const shown = node.children.flatMap((each) =>
    each.type === 'JSXExpressionContainer' ? sentenceIn(each.expression) : [],
  );
  // Of two names and two words the first belong to each other.
  const pairs = names.length === shown.length ? names.map((name, at) => [[name], [shown[at]]]) : [];
  return (pairs.length > 0 ? pairs : [[names, shown]]).flatMap(([some = [], words = []]) =>
    some.flatMap((name = '') => words.map((each = '') => ({ name, shown: each }))),
  );
}

test('who speaks to a button says what is written on it, in every language', () => {
  const languages = ['en.po', 'zh-CN.po'].map(sentencesOf);
  const pairs = sourceFiles()
    .filter((file) => file.startsWith('components/') && file.endsWith('x'))
    .flatMap((file) => {
      const found: { name: string; shown: string }[] = [];
      const ast = parseSync(readFileSync(path.join(root, file), 'utf8'), {
        ...{ filename: file, configFile: false, babelrc: false },
        parserOpts: { plugins: ['typescript', 'jsx'] },
      });
      if (ast === null) throw new Error(`${file} cannot be read`);
      traverse(ast, { JSXElement: (at) => void found.push(...namesOf(at)) });
      return found;
    });
  expect(pairs.length).toBeGreaterThan(10);
  const unspoken = pairs.filter(({ name, shown }) =>
    languages.some((sentences) => {
      const [called = '', written = ''] = [sentences.get(name), sentences.get(shown)];
      return !called.toLowerCase().includes(written.toLowerCase());
    }),
  );
  expect(unspoken).toEqual([]);
});
