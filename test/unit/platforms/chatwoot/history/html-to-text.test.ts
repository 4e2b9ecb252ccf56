import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../../../../lib/platforms/chatwoot/history/html-to-text';

describe('htmlToText', () => {
  it.each([
    ['<div>one</div><div>two</div>', 'one\ntwo'],
    ['<div>one</div><div><br></div><div>two</div>', 'one\n\ntwo'],
    ['<p>one</p>\n  <p>two</p>', 'one\n\ntwo'],
    ['<ul><li>red</li><li>blue</li></ul>', '• red\n• blue'],
    ['a   <b>bold</b>\n word', 'a bold word'],
    ['<b>un</b>broken', 'unbroken'],
    ['<style>p{}</style><script>alert("<p>")</script>shown', 'shown'],
    ['<script>never closed', ''],
    ['<!-- hidden <b> -->shown<!-- open', 'shown<!-- open'],
    ['a < b and c > d', 'a < b and c > d'],
    ['write to <ana@example.com>', 'write to <ana@example.com>'],
    [
      '&lt;img src=x&gt; &#228; &#x1F600; &nbsp;&unknown; &#0; &#xD800;',
      '<img src=x> ä 😀 &unknown; &#0; &#xD800;',
    ],
    ['<tr><td>1</td><td>2</td></tr>', '1 2'],
    ['<br><br><br><br><br>end', 'end'],
    ['a<br><br><br><br><br>b', 'a\n\n\nb'],
  ])('reads %j', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('ends on anything', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<p',
      '</',
      '<!--',
      '-->',
      '<script',
      '"',
      "'",
      '&',
      'x ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        expect(htmlToText(pieces.join('')).length).toBeLessThanOrEqual(pieces.join('').length * 2);
      }),
    );
  });

  it('reads 300,000 characters of hostile markup', () => {
    for (const piece of ['<', '<a ', '<script', '<!--', '&lt', '<b>x', '<p> </p>']) {
      const html = `${piece.repeat(300_000 / piece.length)}>`;
      expect(typeof htmlToText(html)).toBe('string');
    }
  });
});
