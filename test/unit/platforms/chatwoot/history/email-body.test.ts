import { describe, expect, it } from 'vitest';
import { emailBody } from '../../../../../lib/platforms/chatwoot/history/email-body';

const tail = '\n\nOn Monday, Tom wrote:\n> Hello';

describe('emailBody', () => {
  it.each([
    [
      'the mail without its quoted tail',
      { text_content: { quoted: 'Thanks!', reply: `Thanks!${tail}`, full: `Thanks!${tail}` } },
      'Thanks!',
    ],
    [
      'the whole where the rest is quoted',
      { text_content: { quoted: ' ', full: 'see below' } },
      'see below',
    ],
    [
      'plain text before HTML',
      {
        text_content: { full: 'plain' },
        html_content: { quoted: 'marked', full: '<p>marked</p>' },
      },
      'plain',
    ],
    [
      'the text Chatwoot made of HTML',
      {
        text_content: {},
        html_content: { quoted: 'Hej\n\nAna <ana@example.com>', full: '<p>Hej' },
      },
      'Hej\n\nAna <ana@example.com>',
    ],
    [
      'HTML as the last resort',
      { html_content: { full: '<p>Hej &amp; hallo</p>' } },
      'Hej & hallo',
    ],
    ['a mail sent', { html_content: { full: '<p>a</p>', reply: '<p>b<br>c</p>' } }, 'b\nc'],
    [
      'nothing of an empty mail',
      { text_content: { full: '' }, html_content: { full: '<p> </p>' } },
      undefined,
    ],
    ['nothing where there is no mail', undefined, undefined],
  ])('takes %s', (_, email, expected) => {
    expect(emailBody(email)).toBe(expected);
  });
});
