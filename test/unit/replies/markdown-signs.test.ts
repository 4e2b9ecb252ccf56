import { expect, test } from 'vitest';
import { protectSigns } from '../../../lib/replies/markdown-signs';

/** What is protected in braces; nothing but a joint in empty ones. */
const marked = (line: string) => protectSigns(line, (text) => `{${text}}`);

test.each([
  ['20*30*40', '20{*}30{*}40'],
  ['２*３', '２{*}３'],
  ['un**real**ly a_b', 'un{**}real{**}ly a{_}b'],
  ['*a* _b_ ~~c~~ **d**', '*a* _b_ ~~c~~ **d**'],
  ['(2)*(3)', '(2){*}(3)'],
  ['https://x.example/_a_ b', 'https://x.example/{_}a_ b'],
  ['**https://x.example/a_b**', '**https://x.example/a{_}b**'],
  ['[a](https://x.example/_b)**c**', '[a](https://x.example/{_}b)**c**'],
  ['https://x.example/?a=1&copy;', 'https://x.example/?a=1{&}copy;'],
  ['看https://x.example/_b看_c', '看https://x.example/{_}b看_c'],
  ['_a_b@x.example', '{_}a{_}b@x.example'],
  ['_a_b@x.example_', '_a{_}b@x.example_'],
  ['C:\\a\\_t\\*.log \\*', 'C:{\\}a{\\}{_}t{\\}{*}.log \\*'],
  ['x:\\*y\\*', 'x:\\*y\\*'],
  ['**https://x.example/a**, b', '**https://x.example/a**, b'],
  ['c:\\Program Files\\_t', 'c:{\\}Program Files{\\}{_}t'],
  ['\\\\srv\\share\\*', '{\\}{\\}srv{\\}share{\\}*'],
  ['\\\\a\\`b', '\\\\a\\`b'],
  ['&#39; &frac12; &amp;', '{&}#39; {&}frac12; &amp;'],
  ['**重要：**请', '**重要：{}**请'],
  ['请**“重要”**的', '请**{}“重要”{}**的'],
  ['**重要:**请', '**重要:{}**请'],
  ['**Note:**text', '**Note:**text'],
  ['\\**：', '\\**：'],
  ['a\u2060**b**\u2060c', 'a{\u2060}**b**{\u2060}c'],
])('%j', (line, expected) => {
  expect(marked(line)).toBe(expected);
});
