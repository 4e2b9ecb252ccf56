import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { composeText } from '../../../lib/replies/compose-reply';
import { htmlToMarkdown } from '../../../lib/replies/html-to-markdown';
import {
  inlineCode,
  linkSpan,
  styled,
  withJoints,
} from '../../../lib/replies/markdown-style-marks';

/** A text of one block of HTML, as it is inserted: without the marks and the addresses. */
function inserted(html: string): string {
  const read = htmlToMarkdown(html);
  if ('refused' in read) return read.refused;
  const { blocks } = composeText({ body: read.markdown }, new Map()).text;
  return blocks
    .flatMap((block) => {
      if (block.kind === 'code') return [block.text];
      return (block.kind === 'list' ? block.items : [block.spans]).map((spans) =>
        spans.map(({ text }) => text).join(''),
      );
    })
    .join('\n');
}

describe('styles of HTML', () => {
  it.each([
    ['<b>Order:</b>123', 'Order:123'],
    ['<p><b>Hi,</b>Ana</p>', 'Hi,Ana'],
    ['<b>Deskside</b>s help', 'Desksides help'],
    ['<b>5%</b>off', '5%off'],
    ['<b>12</b>34', '1234'],
    ['a<b>b</b>c', 'abc'],
    ['<i>(x)</i>y', '(x)y'],
    ['<s>1</s>2<del>3</del><strike>4</strike>', '1234'],
    ['<b>a</b><b>b</b><i>c</i><code>d</code><code>e</code>', 'abcde'],
    ['<b><i><s>!</s></i></b>x', '!x'],
    ['<b><strong>x</strong></b>', 'x'],
    ['<b>a<br>b</b>c', 'a\nbc'],
    ['<b>Order:<br></b>123', 'Order:\n123'],
    ['<code>a<br>b</code>', 'a\nb'],
    ['<code><b>x*</b></code>', 'x*'],
    ['Hi!<a href="https://x.example/1">here</a>', 'Hi!here'],
    ['5<a href="https://x.example/1">6</a>7', '567'],
    ['<a href="https://x.example/1"><b>B!</b>c</a>d', 'B!cd'],
    ['<b>重要：</b>请查收', '重要：请查收'],
    ['<b style="font-weight:normal">a</b>b', 'ab'],
  ])('leave no signs in what is inserted: %s', (html, text) => {
    expect(inserted(html)).toBe(text);
  });

  it.each([
    ['<b>Order:</b> 123', '**Order:** 123'],
    ['(<b>a</b>), <i>b</i>.', '(**a**), *b*.'],
    ['<b><p>a</p><ul><li>b</li></ul></b>', '**a**\n\n- **b**'],
    ['<b>a<br>b</b>', '**a**\n**b**'],
    ['a<code>b</code>c <a href="https://x.example/1">d</a>', 'a`b`c [d](https://x.example/1)'],
    ['<b style="font-weight:normal">a <b>b</b></b>', 'a **b**'],
    ['<em style="font-weight:400">a</em>', '*a*'],
  ])('are written without invisible characters where Markdown sees them: %s', (html, markdown) => {
    expect(htmlToMarkdown(html)).toMatchObject({ markdown });
  });

  const letters = fc.constantFrom(
    ...[
      'a',
      'é',
      '1',
      '24',
      ' ',
      ' x ',
      '!',
      '(x)',
      '“q”',
      '"',
      '%',
      '.',
      ',',
      '：',
      '重',
      '-',
      '#',
    ],
    ...['*', '**', '_', '~', '~~', '`', '\\', '[', ']', '&amp;', '|', '1. '],
  );
  const { inline } = fc.letrec<{ inline: string }>((tie) => ({
    inline: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      letters,
      letters.map((text) => `<code>${text}</code>`),
      fc
        .tuple(
          fc.constantFrom('b', 'strong', 'i', 'em', 's', 'span'),
          fc.array(tie('inline'), { maxLength: 3 }),
        )
        .map(([name, parts]) => `<${name}>${parts.join('')}</${name}>`),
    ),
  }));

  test('whatever they are in, the words come out, and nothing but them', () => {
    fc.assert(
      fc.property(fc.array(inline, { minLength: 1, maxLength: 8 }), (parts) => {
        const html = parts.join('');
        const once = (text: string) => text.replace(/\s+/g, ' ').trim();
        const words = once(html.replace(/<[^<>]*>/g, '').replaceAll('&amp;', '&'));
        fc.pre(words !== '');
        expect(once(inserted(html))).toBe(words);
      }),
      { numRuns: 500 },
    );
  });
});

test('marks, code and links are only Markdown once they are joined', () => {
  expect(withJoints(`a${styled('b', '*')}c`)).toBe('a\u2060*b*\u2060c');
  expect(withJoints(`${inlineCode('`')}${inlineCode('b')}`)).toBe('`` ` ``\u2060`b`');
  expect(withJoints(`!${linkSpan('[a](https://x.example)')}`)).toBe(
    '!\u2060[a](https://x.example)',
  );
  expect(linkSpan('words')).toBe('words');
});
