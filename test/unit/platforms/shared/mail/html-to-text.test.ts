import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { htmlToText } from '../../../../../lib/platforms/shared/mail/html-to-text';
import { knowNamedCharacters } from './know-characters';

beforeAll(knowNamedCharacters);

const read = (html: string) => htmlToText(html).text;

describe('htmlToText', () => {
  it.each([
    ['<div>one</div><div>two</div>', 'one\ntwo'],
    ['<details><summary>one</summary>two</details>three', 'one\ntwo\nthree'],
    ['<div>one</div><div><br></div><div>two</div>', 'one\n\ntwo'],
    ['<div>one<br></div><div>two</div>', 'one\ntwo'],
    ['<p>one</p>\n  <p>two</p>', 'one\n\ntwo'],
    ['<p>one<p>two', 'one\n\ntwo'],
    [
      '<p class=MsoNormal>one</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>two</p>',
      'one\n\ntwo',
    ],
    ['a   <b>bold</b>\n word', 'a bold word'],
    ['<b>un</b>broken', 'unbroken'],
    ['<style>p{}</style><script>alert("<p>")</script>shown', 'shown'],
    ['<script>never closed', ''],
    ['<title>never closed<p>shown', 'never closed\n\nshown'],
    ['<head><title>Not said</title></head><body>said', 'said'],
    ['<!-- hidden <b> -->shown<!-- open', 'shown'],
    ['<!-- hidden --!>shown<!----!>, too<!-- -!> --> and this', 'shown, too and this'],
    [
      '<!--[if mso]>for Word<![endif]--><!--[if !mso]><!-->for others<!--<![endif]-->',
      'for others',
    ],
    ['<![if !mso]>shown<![endif]>', 'shown'],
    ['a < b and c > d', 'a < b and c > d'],
    [
      'write to <ana@example.com> or <https://x.example/y>',
      'write to <ana@example.com> or <https://x.example/y>',
    ],
    ['<br><br><br><br><br>end', 'end'],
    ['a<br><br><br><br><br>b', 'a\n\n\nb'],
    ['<a title="a > b" href="https://x.example">here</a>', 'here (https://x.example)'],
    ['<div hidden>not</div><span>this</span>', 'this'],
    ['<b style="display:block">one</b><b style="display:block">two</b>', 'one\ntwo'],
    ['<style>.l a{display:block}</style><p class=l><a>one</a><a>two</a>', 'one\ntwo'],
    ['one<i style="display:table">two</i>three', 'one\ntwo\nthree'],
    ['<i style="display:table-cell">one</i><i style="display:table-cell">two</i>', 'one two'],
    ['<i style="display:inline-block;width:9em">Total</i><i>12</i>', 'Total 12'],
    ['<b style="float:left">Total</b><b style="float:right">12</b>', 'Total 12'],
    ['<b style="float:left">H</b>ello <b style="display:inline-block">yo</b>u', 'Hello you'],
    ['<ul><li><b style="display:block">one</b>two</li></ul>', '• one\ntwo'],
  ])('reads %j', (html, text) => {
    expect(read(html)).toBe(text);
  });

  it.each([
    [
      '<a href="https://track.example/AB12">Track it here</a>',
      'Track it here (https://track.example/AB12)',
    ],
    [
      '<a href="https://x.example/?a=1&amp;copy=2&amp;b">pay</a>',
      'pay (https://x.example/?a=1&copy=2&b)',
    ],
    ['<a href="https://x.example/?a=1&copy=2">pay</a>', 'pay (https://x.example/?a=1&copy=2)'],
    ['<a href="https://x.example/a">https://x.example/a</a>', 'https://x.example/a'],
    ['<a href="https://www.x.example/">x.example</a>', 'x.example'],
    [
      '<a href="https://evil.test/">https://bank.example</a>',
      'https://bank.example (https://evil.test/)',
    ],
    ['<a href="mailto:a@b.example?subject=Hi">a@b.example</a>', 'a@b.example'],
    ['<a href="mailto:a@b.example">Write to us</a>', 'Write to us (mailto:a@b.example)'],
    ['<a href="tel:+4912345">+49 123 45</a>', '+49 123 45'],
    ['<a href="#top">up</a> <a href="javascript:alert(1)">x</a> <a>y</a>', 'up x y'],
    ['<a href="whatsapp://send?phone=1">Chat</a>', 'Chat (whatsapp://send?phone=1)'],
    ['<a href="sms:+4912345">Text us</a>', 'Text us (sms:+4912345)'],
    ['<a href="ftp://x.example/a">file</a>', 'file (ftp://x.example/a)'],
    [
      'Shop <map><area href="https://x.example/l" alt="Left"><area href="https://x.example/r"></map>',
      'Shop Left (https://x.example/l) (https://x.example/r)',
    ],
    [
      '<base href="https://x.example/a/b"><a href="/c?d=1">one</a> <a href="c">two</a> <a href=" #c">three</a>',
      'one (https://x.example/c?d=1) two (https://x.example/a/c) three',
    ],
    [
      '<a href="?a=1">one</a><base target=_blank><base href="//x.example">',
      'one (https://x.example/?a=1)',
    ],
    ['<base href="https://x.example"><a href="javascript:a">x</a> <a href="http://">y</a>', 'x y'],
    ['<base href="/a"><a href="b">x</a>', 'x'],
    [
      '<a href="https://x.example/y">Yes</a><a href="https://x.example/n">No</a>!',
      'Yes (https://x.example/y) No (https://x.example/n)!',
    ],
    ['<a href="//x.example/a">words</a>', 'words (https://x.example/a)'],
    ['<a href="https://x.example/a b">words</a>', 'words (https://x.example/a%20b)'],
    ['<a href="https://x.example/a)b">words</a>', 'words (https://x.example/a%29b)'],
    ['<a href="https://x.example/a"><img src="b.png"></a>', 'https://x.example/a'],
    ['<a href="https://x.example/a"><img alt="Pay now"></a>', 'Pay now (https://x.example/a)'],
    [
      '<a href="https://x.example/a"><img></a><a href="https://x.example/b"><div>b</div></a>',
      'https://x.example/a\nb (https://x.example/b)',
    ],
    [
      '<a href="https://x.example/a">one <a href="https://x.example/b">two</a>.',
      'one (https://x.example/a) two (https://x.example/b).',
    ],
  ])('keeps the address of %j', (html, text) => {
    expect(read(html)).toBe(text);
  });

  it.each([
    [
      'a button of which Word shows another form',
      '<!--[if mso]><v:rect>Pay</v:rect><![endif]--><a style="mso-hide:all" href="https://x.example/p">Pay</a>',
      'Pay (https://x.example/p)',
    ],
    ['cents above the line', 'Total: 12<sup>99</sup> €', 'Total: 12⁹⁹ €'],
    ['a power and an index', '10<sup>-6</sup> of H<sub>2</sub>O', '10⁻⁶ of H₂O'],
    ['a footnote that leads somewhere', '50<sup><a href="#1">1</a></sup> €', '50¹ €'],
    ['letters above the line', '1<sup>er</sup> mai, Deskside<sup>®</sup>', '1er mai, Deskside®'],
  ])('shows %s', (_what, html, text) => {
    expect(read(html)).toBe(text);
  });

  it.each([
    ['display', '<div style="color:red; DISPLAY : none">no</div>yes'],
    ['display, important', '<div style="display:none!important;display:block">no</div>yes'],
    ['visibility', '<p style="visibility:hidden">no</p>yes'],
    ['size', '<span style="font-size:0">no</span>yes'],
    ['size in pixels', '<span style="font-size:0px;line-height:0">no</span>yes'],
    [
      'a share of no size',
      '<div style="font-size:0"><span style="font-size:1em">no</span></div>yes',
    ],
    ['Word, and all others', '<div style="display:none;mso-hide:all">no</div>yes'],
    ['opacity', '<div style="opacity:0">no</div>yes'],
    ['height', '<div style="max-height:0;overflow:hidden">no</div>yes'],
    ['place', '<div style="text-indent:-9999px">no</div>yes'],
    ['a single pixel', '<div style="max-height:1px;overflow:hidden">no</div>yes'],
    ['a place far away', '<div style="position:absolute;left:-9999px">no</div>yes'],
    ['a place in letters', '<div style="text-indent:-999em">no</div>yes'],
    ['a short form of its font', '<div style="font:0/0 a">no</div>yes'],
    ['a cut', '<div style="clip-path:inset(50%)">no</div>yes'],
    ['a scale', '<div style="transform:scale(0)">no</div>yes'],
    ['a class', '<style>.pre, .x{display:none !important}</style><div class="a pre">no</div>yes'],
    ['an id', '<style>/* { */ td#top{display:none}</style><td id=top>no</td>yes'],
    [
      'an ancestor',
      '<style>#t .a>.x{display:none}</style><p id=t><b class=a><i class=x>no</i></b>yes',
    ],
    ['the body', '<style>body .x{visibility:hidden}</style><div class=x>no</div>yes'],
    ['an attribute', '<style>[class*=head]{display:none}</style><div class=preheader>no</div>yes'],
    ['two classes', '<style>.x.y{font-size:0}</style><b class="y x">no</b><b class=x>yes</b>'],
    ['a sheet for screens', '<style media=screen>@media all{b{display:none}}</style><b>no</b>yes'],
    ['a sheet below it', '<div class="x">no</div>yes<style>div.x{display:none}</style>'],
    [
      'what is important',
      '<style>p{display:none!important}</style><p style="display:block">no</p>yes',
    ],
    ['its role', '<div class="email-preheader" aria-hidden="true">no</div>yes'],
    ['a picture within', '<div style="display:none"><img alt="no"></div>yes'],
    ['a link within', '<div style="display:none"><a href="https://x.example/">no</a></div>yes'],
    ['padding', 'yes&#847;&zwnj;&nbsp;&#8199;&shy;&#847;&zwnj;&nbsp;&#8199;&shy;'],
    ['padding in pieces', 'yes<span>&zwnj;</span><span>&nbsp;&zwnj;</span><div>&#8203;</div>'],
  ])('leaves out what is hidden by %s', (_, html) => {
    expect(read(html)).toBe('yes');
  });

  it.each([
    ['<style>@media (max-width:600px){.wide{display:none}}</style><p class=wide>yes</p>', 'yes'],
    ['<style media="(max-width:9px)">p{display:none}</style><p>yes</p>', 'yes'],
    ['<style>p{display:none}.a p{display:block}</style><div class=a><p>yes</p></div>', 'yes'],
    ['<style>.x{display:none}p:not(.y){display:block}</style><p class=x>yes</p>', 'yes'],
    ['<p hidden style="display:block">yes</p>', 'yes'],
    [
      '<style>td{background-color:#fff}.x{background:#00f;color:#fff}</style><td class=x>yes',
      'yes',
    ],
    [
      '<style>body{background:#fff}p{background-image:url(a);color:#fff}</style><body><p>yes',
      'yes',
    ],
    ['<td style="max-width:0;overflow:hidden;text-overflow:ellipsis">yes</td>', 'yes'],
    ['<td style="font-size:0px"><div style="font-size:16px">yes</div></td>', 'yes'],
    ['<div style="font-size:0"><span style="font:14px/20px Arial">yes</span></div>', 'yes'],
    ['<p style="visibility:hidden">no <b style="visibility:visible">yes</b></p>', 'yes'],
    ['<p style="height:0">yes</p>', 'yes'],
    ['<div style="left:50%;margin-left:-300px">yes</div>', 'yes'],
    ['<div style="font:10px/0 a">yes</div>', 'yes'],
    ['<div style="height:1px">yes</div>', 'yes'],
    ['<p style="display:none">no<p>yes', 'yes'],
    ['می\u200cخواهم 👩\u200d👧 Do\u00adnau', 'می\u200cخواهم 👩\u200d👧 Do\u00adnau'],
    ['<div style="display:none">all that there is</div>', 'all that there is'],
  ])('shows what is visible of %j', (html, text) => {
    expect(read(html)).toBe(text);
  });

  it.each([
    ['<pre>a\n  b\n\n\n\n\nc\n</pre>after', 'a\n  b\n\n\n\n\nc\nafter'],
    ['<pre>\r\nkey:  1\r\nother:  2</pre>', 'key:  1\nother:  2'],
    ['x<div style="white-space: pre-wrap">l1\nl2</div>', 'x\nl1\nl2'],
    ['<pre>a <b>b</b> c</pre>', 'a b c'],
    ['<pre style="white-space:normal">a\n b</pre>', 'a b'],
  ])('keeps the lines of %j', (html, text) => {
    expect(read(html)).toBe(text);
  });

  it.each([
    ['<ul><li>red</li><li>blue</li></ul>', '• red\n• blue'],
    ['<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '• a\n  • b\n• c'],
    ['<ol start="24"><li>Dezember<li>x<li value=30>y</ol>', '24. Dezember\n25. x\n30. y'],
    ['<ol type="a"><li>x</li><li>y</li></ol>', 'a. x\nb. y'],
    ['<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>', '• a\n• b\n\nc'],
    ['<li>alone', '• alone'],
    ['<table><tr><td>1</td><td>2</td></tr></table>', '1\t2'],
    [
      '<table><tr><td><p>Item</p></td><td><p>Qty</p></td></tr><tr><td>Lamp</td><td>2</td></tr></table>after',
      'Item\tQty\nLamp\t2\n\nafter',
    ],
    ['<table><tr><td>left<br>more</td><td>right</td></tr></table>', 'left\nmore\nright'],
    [
      '<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table></td><td>e</td></tr></table>',
      'a\tb\nc\td\n\ne',
    ],
    ['<table><tr><td></td><td>a</td><td> </td><td>b</td></tr></table>', 'a\tb'],
    [
      'un<b>bro</b>ken <img alt="😀">x<img alt="Logo">y<img alt="dot" width=1>',
      'unbroken 😀x Logo y',
    ],
    ['<blockquote><p>a</p><p>b</p></blockquote><p>c</p>', '> a\n>\n> b\n\nc'],
    ['<blockquote style="margin:0 0 0 40px;border:none">a</blockquote>', 'a'],
  ])('puts %j in order', (html, text) => {
    expect(read(html)).toBe(text);
  });

  const pieces = [
    '<',
    '>',
    '<p',
    '<p>',
    '</',
    '</p>',
    '<!--',
    '-->',
    '<script',
    '<td>',
    '<li>',
    '<ul>',
    '</ul>',
    '<a href="https://x.example/a">',
    '</a>',
    '<blockquote type=cite>',
    '</blockquote>',
    '<pre>',
    '</pre>',
    '<div style="display:none">',
    '</div>',
    '"',
    "'",
    '&',
    '&zwnj;',
    '<table>',
    '</table>',
    'x ',
  ];

  it('ends on anything', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 200 }), (list) => {
        const html = list.join('');
        expect(read(html).length).toBeLessThanOrEqual(html.length * 4 + 20);
      }),
    );
  });

  it('loses no word that is not hidden, and keeps their order', () => {
    const shown = pieces.filter((piece) => !/[!"'&]|^<$|^<p$|^<\/$|script|none|^>$/.test(piece));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...shown), { maxLength: 60 }), (list) => {
        const words = list.map((_, index) => `w${index}.`);
        const html = list.map((piece, index) => `${piece} ${words[index]} `).join('');
        expect(read(html).match(/w\d+\./g) ?? []).toEqual(words);
      }),
    );
  });

  it('takes time in proportion to what it is given', () => {
    const hostile = [
      ...pieces,
      '<a ',
      '<b a="',
      '&lt',
      '<style>/*',
      '<style>.a{b',
      '<b>x',
      ' ',
      '<title>',
      '<ol>',
      '<tr>',
      '<p style="a:b;c:',
      '<a href=//x.y><table><td>',
      '<ul style="list-style:list-style:',
    ];
    for (const piece of hostile) {
      // Were it quadratic, it would take minutes.
      expect(typeof read(piece.repeat(400_000 / piece.length)), piece).toBe('string');
    }
    const rules = Array.from({ length: 40_000 }, (_, index) => `.a{width${index}:1}`);
    expect(read(`<style>${rules.join('')}</style><p class="a">x</p>`)).toBe('x');
  }, 60_000);
});
