import { describe, expect, it } from 'vitest';
import { composeReply } from '../../../lib/replies/compose-reply';
import { htmlToMarkdown } from '../../../lib/replies/html-to-markdown';
import { plainText } from '../../../lib/replies/plain-text';

const read = (html: string) => htmlToMarkdown(html);
const plain = (html: string) => {
  const result = htmlToMarkdown(html);
  return 'refused' in result
    ? result.refused
    : plainText(composeReply(result.markdown, new Map()).text);
};

describe('HTML as Markdown', () => {
  it.each([
    [
      '<p>Hi,</p><p>see <b>this</b> and <i>that</i>.<br>Line two</p>',
      'Hi,\n\nsee **this** and *that*.\nLine two',
    ],
    ['<div>One</div><div>Two</div><div><br></div><div>Three</div>', 'One\nTwo\n\nThree'],
    ['Hello<br/><br/>World<br>', 'Hello\n\nWorld'],
    ['<ol start="24"><li>a</li><li>b<ul><li>c</li></ul></li></ol>', '24. a\n25. b\n    - c'],
    ['<ul>\n <li>a<br>b</li>\n</ul>', '- a\n  b'],
    ['<blockquote>a<br>b</blockquote>', '> a\n> b'],
    ['<h2>Title</h2><s>old</s> <code>x*y</code>', '## Title\n\n~~old~~ `x*y`'],
    ['<pre>a\n  b</pre>', '```\na\n  b\n```'],
    ['<a href="https://e.example/a_(b)">here</a>', '[here](https://e.example/a_%28b%29)'],
    ['<a href="https://e.example/_a_">https://e.example/_a_</a>', 'https://e.example/_a_'],
    ['<a href="mailto:a@e.example">a@e.example</a>', 'a@e.example'],
    ['<a href="javascript:alert(1)">click</a>', 'click'],
    ['<img src="https://e.example/a.png" alt="logo">', '![logo](https://e.example/a.png)'],
    [
      '<img src="https://e.example/a (1).png" alt="[1]">',
      '![\\[1\\]](https://e.example/a%20%281%29.png)',
    ],
    [
      '<a href="https://e.example/12"><img src="https://e.example/a.png" alt="logo"></a>',
      '![logo](https://e.example/a.png) https://e.example/12',
    ],
    [
      '<a href="https://e.example/12">Visit <img src="https://e.example/a.png" alt="logo"></a>',
      'Visit ![logo](https://e.example/a.png) https://e.example/12',
    ],
    [
      '<a href="https://e.example/12"><b><img src="https://e.example/a.png" alt="logo"></b></a>',
      '![logo](https://e.example/a.png) https://e.example/12',
    ],
    ['<a href="https://e.example/12">a![b]</a>', '[a!\\[b\\]](https://e.example/12)'],
    [
      'Visit <a href="https://e.example/a_(b)"><b><img src="cid:logo" alt="logo"></b></a> now',
      'Visit https://e.example/a_%28b%29 now',
    ],
    ['Write <a href="mailto:a@e.example"><img src="cid:x"></a>', 'Write a@e.example'],
    ['Top<a href="https://e.example/top"></a>', 'Top'],
    ['<p>Hi&nbsp;{{contact.first_name}} &amp; all</p>', 'Hi {{contact.first_name}} & all'],
    ['<style>p{color:red}</style><p><span style="color:red">red</span></p>', 'red'],
    ['<table><tr><td>A</td><td>1</td></tr>\n<tr><th>B</th><td>2</td></tr></table>', 'A | 1\nB | 2'],
  ])('reads %s', (html, markdown) => {
    expect(read(html)).toMatchObject({ markdown });
  });

  it.each([
    '24. Dezember bis 1. Januar',
    '- not an item',
    '+49 170 1234567',
    '# not a title',
    '5 * 3 * 2 and snake_case and _x_',
    'C:\\Users\\_temp\\*.log',
    'a < b > c & d',
    '[x](y) `z` ~~w~~',
  ])('keeps what is no formatting: %s', (text) => {
    const html = `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`;
    expect(plain(html)).toBe(text);
  });

  it.each(['<p style="color:red; display: none">b</p>', '<p hidden>b</p>'])(
    'leaves out what nobody saw, and says so: %s',
    (hidden) => {
      expect(read(`<p>a</p>${hidden}`)).toEqual({
        markdown: 'a',
        told: ['Its HTML was converted to Markdown.', 'Its hidden text is not kept.'],
      });
    },
  );

  it('keeps an entity that was written as text', () => {
    expect(plain('<p>&amp;lt;b&amp;gt;</p>')).toBe('&lt;b&gt;');
  });

  it('says what is different', () => {
    expect(read('<table><tr><td>a</td></tr></table><img src="data:x">')).toMatchObject({
      told: [
        'Its HTML was converted to Markdown.',
        'Its table was converted to lines, with “|” between the cells.',
        'A picture without a web address is not kept.',
      ],
    });
    for (const kept of [
      '<img src="https://e.example/a.png">',
      '<img alt="x" src=https://e.example/a>',
    ]) {
      expect(read(`<p>a</p>${kept}`)).toMatchObject({
        told: ['Its HTML was converted to Markdown.'],
      });
    }
  });

  it.each([
    ['a script', '<script>alert(1)</script>hi'],
    ['a form', '<form><input></form>'],
    ['another page', '<iframe src="x"></iframe>'],
    ['a video or sound', '<p><video src="x"></video></p>'],
    ['a drawing', '<svg></svg>'],
    ['contains no text', '<p> </p>'],
    ['nested too deeply', `${'<b>'.repeat(300)}x`],
    ['too long', `<p>${'x'.repeat(400_000)}</p>`],
  ])('refuses what has, or is, %s', (words, html) => {
    const result = read(html);
    expect('refused' in result && result.refused).toContain(words);
  });
});
