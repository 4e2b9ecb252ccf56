import { describe, expect, it } from 'vitest';
import { completeAddress, hasLinkToNowhere, isOtherScheme } from '../../../lib/replies/html-links';
import { htmlToMarkdown } from '../../../lib/replies/html-to-markdown';

const converted = 'Its HTML was converted to Markdown.';
const link = (href: string) => `<p>See <a class="x" href="${href}">here</a>.</p>`;

describe('no link loses its address without a word', () => {
  it.each([
    ['//x.example/y', '[here](https://x.example/y)'],
    ['www.x.example/y', '[here](https://www.x.example/y)'],
    [' https://x.example/y ', '[here](https://x.example/y)'],
    ['tel:+4612345', '[here](tel:+4612345)'],
    ['{{contact.custom_attribute.site}}', '[here]({{contact.custom_attribute.site}})'],
    ['ftp://x.example/y_z', 'here (ftp://x.example/y_z)'],
    ['sms:+4612345', 'here (sms:+4612345)'],
    ['whatsapp://send?phone=46123', 'here (whatsapp://send?phone=46123)'],
    ['#top', 'here'],
  ])('%s', (href, words) => {
    const expected = { markdown: `See ${words}.`, told: [converted] };
    expect(htmlToMarkdown(link(href))).toEqual(expected);
  });

  it.each(['/help', 'help.html', '../a', 'javascript:alert(1)', 'file:///x', 'data:text/html,x'])(
    'says that it does not keep %s',
    (href) => {
      expect(htmlToMarkdown(link(href))).toEqual({
        markdown: 'See here.',
        told: [converted, 'A link without a complete address is not kept.'],
      });
    },
  );

  it('writes an address once', () => {
    for (const words of ['sms:+46123', '']) {
      const html = `<a href="sms:+46123">${words}</a>`;
      expect(htmlToMarkdown(html)).toMatchObject({ markdown: 'sms:+46123' });
    }
  });
});

it('knows addresses by how they begin', () => {
  expect(completeAddress('//')).toBe('//');
  expect(isOtherScheme('SMS:1')).toBe(true);
  expect(isOtherScheme('https://x.example')).toBe(false);
  expect(hasLinkToNowhere('<a name="x">y</a><a href=\'/z\'>w</a>')).toBe(true);
  expect(hasLinkToNowhere('<a name="x">y</a><a href="">w</a>')).toBe(false);
});
