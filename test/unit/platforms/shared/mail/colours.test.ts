import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../../../../lib/platforms/shared/mail/html-to-text';

const read = (html: string) => htmlToText(html).text;
const onWhite = (inner: string) => `<td bgcolor="#FFFFFF">yes${inner}</td>`;

describe('text in the colour of its background', () => {
  it.each([
    ['by words', '<p style="color:white;background-color:white">no</p>yes'],
    ['three digits on six', onWhite('<span style="color:#fff">no</span>')],
    ['figures on digits', onWhite('<span style="color: rgb(255, 255, 255)">no</span>')],
    ['shares', onWhite('<span style="color: rgb(100% 100% 100%)">no</span>')],
    ['an old tag', onWhite('<font color="#FFFFFF">no</font>')],
    ['nothing shining through', onWhite('<span style="color:rgba(255,255,255,1)">no</span>')],
    ['no colour at all', '<span style="color:transparent">no</span>yes'],
    ['no opacity', '<span style="color:#12345600">no</span>yes'],
    [
      'a background further out',
      onWhite('<div style="background:none"><i style="color:#fff">no</i></div>'),
    ],
    [
      'the style sheet',
      '<style>.w{color:#eee}.b{background:#eee}</style><p class="b">yes<i class="w"></i></p>',
    ],
    ['a colour that is passed on', onWhite('<div style="color:#fff"><b>no</b></div>')],
  ])('is left out: %s', (_how, html) => {
    expect(read(html)).toBe('yes');
  });

  it.each([
    ['nothing is said of the background', '<p style="color:#fff">yes</p>'],
    ['another background', '<td bgcolor="#000000" style="color:#fff">yes</td>'],
    [
      'a picture behind it',
      onWhite('').replace('yes', '<p style="color:#fff;background:#fff url(x.png)">yes</p>'),
    ],
    [
      'a picture of the cell',
      '<td bgcolor="#fff" background="x.png"><b style="color:#fff">yes</b></td>',
    ],
    [
      'half of it shines through',
      '<td bgcolor="#fff"><b style="color:rgba(255,255,255,.5)">yes</b></td>',
    ],
    [
      'a gradient',
      '<td bgcolor="#fff"><b style="color:#fff;background:linear-gradient(red,blue)">yes</b></td>',
    ],
    [
      'words inside that have a colour',
      '<p style="color:#fff;background:#fff"><b style="color:#000">yes</b></p>',
    ],
    [
      'a link, which has a colour of its own',
      '<p style="color:#fff;background:#fff"><a href="https://a.example">https://a.example</a></p>',
    ],
    ['no colour that is understood', '<p style="color:var(--x);background:var(--x)">yes</p>'],
    ['all of the mail would be gone', '<body bgcolor="#fff" text="#fff">yes</body>'],
  ])('is kept where %s', (_why, html) => {
    expect(read(html)).toMatch(/^(yes|https:\/\/a\.example)$/);
  });
});
