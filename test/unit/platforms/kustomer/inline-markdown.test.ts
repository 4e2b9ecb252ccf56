import { expect, it } from 'vitest';
import { styledRuns } from '../../../../lib/platforms/kustomer/inline-markdown';

const written = (line: string) =>
  styledRuns(line).map(({ text, marks, link }) => [text, ...marks, link].filter(Boolean).join(' '));

it.each([
  ['plain', ['plain']],
  ['**bold *both* **x', ['**bold ', 'both ITALIC', ' **x']],
  [
    '**a** __b__ ~~c~~ *d* _e_',
    ['a BOLD', ' ', 'b BOLD', ' ', 'c STRIKETHROUGH', ' ', 'd ITALIC', ' ', 'e ITALIC'],
  ],
  ['a_b_c 5*3*2 2 * 3 * 4', ['a_b_c 5*3*2 2 * 3 * 4']],
  ['\\*no\\* &lt;b&gt;', ['*no* <b>']],
  ['`a*b*` ``c`d``', ['a*b* CODE', ' ', 'c`d CODE']],
  [
    '[**x** y](https://x.example/a\\)b)',
    ['x BOLD https://x.example/a)b', ' y https://x.example/a)b'],
  ],
  [
    '[x](javascript:alert) ![p](https://x.example/p.png)',
    ['[x](javascript:alert) ', 'p https://x.example/p.png'],
  ],
  ['<https://x.example> {{a_b | *c*}}', ['https://x.example https://x.example', ' {{a_b | *c*}}']],
])('%s', (line, expected) => {
  expect(written(line)).toEqual(expected);
});

it('reads a hostile line in no time', () => {
  const line = `${'*'.repeat(5_000)}${'[a'.repeat(2_000)}${'**a '.repeat(2_000)}`;
  expect(
    styledRuns(line)
      .map(({ text }) => text)
      .join(''),
  ).toContain('[a[a');
});
