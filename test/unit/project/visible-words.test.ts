import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type NodePath, parseSync, traverse, type types } from '@babel/core';
import { expect, test } from 'vitest';
import { root, sourceFiles } from './sources';

/** Attributes and properties of components whose words a person sees or hears. */
const spoken =
  /^(?:aria-(?:label|description|roledescription|valuetext)|title|label|alt|heading|description|hint|help|problem)$/;

const macros = new Set(['t', 'msg', 'plural', 'select', 'Trans', 'Plural', 'Select']);

/** A word of a language, not a sign, a unit or an abbreviation. */
const hasWord = (text: string): boolean => /\p{L}\p{Ll}/u.test(text);

/** Two words or more that begin like a sentence and end like one. */
const isSentence = (text: string): boolean => /^\p{Lu}[^.?!…]* .*[.?!…]$/su.test(text.trim());

function parse(file: string): types.File {
  const ast = parseSync(readFileSync(path.join(root, file), 'utf8'), {
    filename: file,
    configFile: false,
    babelrc: false,
    parserOpts: { plugins: file.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'] },
  });
  if (ast === null) throw new Error(`${file} cannot be read`);
  return ast;
}

/** Whether what stands here goes through a macro. */
function isTranslated(at: NodePath): boolean {
  return at.findParent((each) => macros.has(nameOf(each))) !== null;
}

function nameOf(each: NodePath): string {
  const { node } = each;
  if (node.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier')
    return node.tag.name;
  if (node.type === 'CallExpression' && node.callee.type === 'Identifier') return node.callee.name;
  if (node.type !== 'JSXElement') return '';
  const { name } = node.openingElement;
  return name.type === 'JSXIdentifier' ? name.name : '';
}

/** Errors that machines read: what people read of them is made where they are shown. */
function isThrown(at: NodePath): boolean {
  return at.findParent((each) => each.isNewExpression() || each.isThrowStatement()) !== null;
}

const product = sourceFiles()
  // The browser reads the words of the manifest: the build looks them up by their English text.
  .filter((file) => !/^lib\/language\/(?:build\/|manifest-words)|^lib\/build\//.test(file))
  .map((file) => ({ file, ast: parse(file) }));

test('what people see goes through the macros', () => {
  const hardCoded: string[] = [];
  for (const { file, ast } of product) {
    const found = (at: NodePath, text: string) => {
      if (!isTranslated(at)) hardCoded.push(`${file}:${at.node.loc?.start.line} ${text.trim()}`);
    };
    traverse(ast, {
      JSXText: (at) => {
        if (hasWord(at.node.value)) found(at, at.node.value);
      },
      JSXAttribute: (at) => {
        const { name, value } = at.node;
        const isSpoken = name.type === 'JSXIdentifier' && spoken.test(name.name);
        if (isSpoken && value?.type === 'StringLiteral' && hasWord(value.value)) {
          found(at, value.value);
        }
      },
      StringLiteral: (at) => {
        if (isSentence(at.node.value) && !isThrown(at)) found(at, at.node.value);
      },
      TemplateLiteral: (at) => {
        const text = at.node.quasis.map(({ value }) => value.cooked).join('0');
        if (isSentence(text) && !isThrown(at)) found(at, text);
      },
    });
  }
  expect(hardCoded).toEqual([]);
});

test('no macro stands outside of a function: it would speak before the language is loaded', () => {
  const tooEarly: string[] = [];
  for (const { file, ast } of product) {
    traverse(ast, {
      enter: (at) => {
        const name = nameOf(at);
        const speaks = macros.has(name) && name !== 'msg';
        // An entry may, once it has waited for the language.
        if (speaks && at.getFunctionParent() === null && !file.startsWith('entrypoints/')) {
          tooEarly.push(`${file}:${at.node.loc?.start.line}`);
        }
      },
    });
  }
  expect(tooEarly).toEqual([]);
});
