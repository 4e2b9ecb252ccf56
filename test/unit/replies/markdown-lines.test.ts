import { describe, expect, test } from 'vitest';
import { BlockParting, fenceEnds } from '../../../lib/replies/markdown-lines';

describe('blocks of code between fences', () => {
  test.each([
    ['```\ncode\n```', [[0, 2]]],
    [
      '```js\ncode\n````\n~~~\nx\n~~~',
      [
        [0, 2],
        [3, 5],
      ],
    ],
    ['> ```\n> code\n> ```', [[0, 2]]],
    ['- ```sh\n  code\n  ```', [[0, 2]]],
    ['````\n```\n````', [[0, 2]]],
    ['~~~~~~~~\nAcme', []],
    ['``` 12\ncode\n```', []],
    ['```\ncode\n~~~', []],
    ['a ``` b\n```', []],
  ])('%j', (text, ends) => {
    expect([...fenceEnds(text.split('\n'))]).toEqual(ends);
  });
});

describe('a line below a list or a quote', () => {
  test.each([
    ['- a\nb', [undefined, '']],
    ['- a\n  b', [undefined, undefined]],
    ['1. a\n  b', [undefined, '']],
    ['- a\n- b', [undefined, undefined]],
    ['- a\n  - b\n  c', [undefined, undefined, '']],
    ['- a\n\nb', [undefined, undefined, undefined]],
    ['> a\nb', [undefined, '']],
    ['> > a\n> b', [undefined, '>']],
    ['> - a\n> b', [undefined, '>']],
    ['a\nb', [undefined, undefined]],
  ])('%j', (text, expected) => {
    const parting = new BlockParting();
    expect(text.split('\n').map((line) => parting.before(line, false))).toEqual(expected);
  });

  test('a line of signs is no item of a list', () => {
    const parting = new BlockParting();
    expect([parting.before('- a', false), parting.before('- -', true)]).toEqual([undefined, '']);
  });
});
