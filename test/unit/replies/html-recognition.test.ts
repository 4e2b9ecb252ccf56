import { describe, expect, it } from 'vitest';
import { isHtml } from '../../../lib/replies/html-recognition';
import { htmlToMarkdown } from '../../../lib/replies/html-to-markdown';
import { readImport } from '../../../lib/replies/import';

describe('isHtml', () => {
  it.each([
    '<p>a</p>',
    'a<br>b',
    'a<BR/>b',
    '<div class="x">a</div>',
    '<img src="x">',
    'a <b>b</b>',
    ...['<br class="x">', 'a<br clear="all">b', '<hr noshade>', '<p class="a">Hello', '<td>1'],
    ...['<h2 style="x">T', '<li>One<li>Two', '<ul><li>One', 'H<sub>2</sub>O', 'x<sup>2</sup>'],
    ...['<section>a</section>', '<header>a</header>', '<figure>a</figure>', '<dl><dt>a<dd>b'],
    ...['<address>a</address>', '<strike>a</strike>', '<small>a</small>', '<mark>a</mark>'],
    ...['<ins>a</ins>', '<kbd>a</kbd>', '<cite>a</cite>', '<label>a</label>', '<big>a</big>'],
    ...[
      '<style>p{}</style>x',
      'a<o:p></o:p>',
      '<!--x-->y',
      '<!--x--!>y',
      '<a href=https://e.example>a',
    ],
  ])('knows %s', (text) => expect(isHtml(text)).toBe(true));

  it.each([
    'a < b',
    'Use `<b>x</b>` in code',
    '<3',
    'x <y@z.example>',
    '<https://e.example>',
    '<mailto:a@e.example>',
    '```\n<p>a</p>\n```',
    'Press <Enter> and <b>',
    'Ship to <address>, <title> <name>',
    'Click <Button> in the <form>',
    'if a<b and c>d',
    '<timeout>5</timeout>',
    '->a<-',
  ])('does not take %s for it', (text) => expect(isHtml(text)).toBe(false));
});

describe('what no text replaces is refused, also where no other tag is there', () => {
  it.each([
    ['a script', 'x<script>alert(1)</script>'],
    ['a script', '<script src="x">'],
    ['another page', '<iframe src=x></iframe>'],
    ['another page', '<object></object>'],
    ['another page', '<embed src=x>'],
    ['another page', '<frameset><frame src=x></frameset>'],
    ['a form', '<form action="x">a</form>'],
    ['a form', '<input type=text>'],
    ['a form', '<button>a</button>'],
    ['a form', '<select><option>a</select>'],
    ['a form', '<textarea></textarea>'],
    ['a video or sound', '<video src=x></video>'],
    ['a video or sound', '<audio></audio>'],
    ['a drawing', '<svg></svg>'],
  ])('%s: %s', (words, body) => {
    const file = readImport(JSON.stringify([{ title: 'A', body }]));
    expect(file).toMatchObject({ replies: [], skipped: [{ why: expect.stringContaining(words) }] });
  });
});

describe('all of what is known for HTML reads as text', () => {
  it.each([
    ['<p class="a">Hello', 'Hello'],
    ['<li>One<li>Two', '- One\n- Two'],
    ['a<br clear="all">b', 'a\nb'],
    ['H<sub>2</sub>O, x<sup>2</sup>, 10<sup>-6</sup>, 1<sup>st</sup>', 'H₂O, x², 10⁻⁶, 1st'],
    ['<style>p{}</style>x<!--y-->', 'x'],
    ['a<o:p></o:p>', 'a'],
    ['<q>a</q> <small>b</small> <mark>c</mark>', '“a” b c'],
    ['<section><header>a</header><p>b</p></section>', 'a\n\nb'],
    ['<details><summary>a</summary>b</details>', 'a\nb'],
    ['<pre>a<br>b</pre>', '```\na\nb\n```'],
  ])('%s', (html, markdown) => {
    expect(htmlToMarkdown(html)).toMatchObject({ markdown });
  });
});
