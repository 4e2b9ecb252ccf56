import { beforeAll, describe, expect, it } from 'vitest';
import { emailBody } from '../../../../../lib/platforms/chatwoot/history/email-body';
import { knowNamedCharacters } from '../../shared/mail/know-characters';

beforeAll(knowNamedCharacters);

const tail = 'On Monday 3, Tom wrote:\n> Hello';
const forwarded =
  '---------- Forwarded message ---------\nFrom: Shop <a@shop.example>\n\nTotal 12.00';

describe('emailBody', () => {
  it.each([
    [
      'plain text before HTML',
      {
        text_content: { full: 'plain' },
        html_content: { quoted: 'marked', full: '<p>marked</p>' },
      },
      'plain',
    ],
    [
      'the whole where the rest is quoted',
      { text_content: { quoted: ' ', full: 'see below' } },
      'see below',
    ],
    [
      'HTML before what Chatwoot made of it',
      {
        text_content: {},
        html_content: {
          quoted: 'Track it here',
          full: '<a href="https://track.example/AB12">Track it here</a>',
        },
      },
      'Track it here (https://track.example/AB12)',
    ],
    [
      'the text Chatwoot made of HTML that is gone',
      { html_content: { quoted: 'Hej\n\nAna <ana@example.com>' } },
      'Hej\n\nAna <ana@example.com>',
    ],
    [
      'HTML as the last resort',
      { html_content: { full: '<p>Hej &amp; hall&oacute;&NewLine;</p>' } },
      'Hej & halló',
    ],
    ['a mail sent', { html_content: { reply: '<p>b<br>c</p>' } }, 'b\nc'],
  ])('takes %s', (_, email, text) => {
    expect(emailBody(email)).toEqual({ text });
  });

  it('keeps apart what is quoted', () => {
    const full = `Thanks!\n\n${tail}`;
    const quoted = { kind: 'quoted', text: tail };
    const email = { text_content: { quoted: 'Thanks!', reply: full, full } };
    expect(emailBody(email)).toEqual({ text: 'Thanks!', quoted });
  });

  it('offers what is forwarded', () => {
    const email = { text_content: { quoted: 'FYI', full: `FYI\n\n${forwarded}` } };
    expect(emailBody(email)).toEqual({
      text: 'FYI',
      quoted: { kind: 'forwarded', text: forwarded },
    });
  });

  it('offers what Chatwoot cut off for reasons of its own', () => {
    const email = { text_content: { quoted: 'Hi', full: 'Hi\n\nSincerely\nTom' } };
    expect(emailBody(email)).toEqual({
      text: 'Hi',
      quoted: { kind: 'rest', text: 'Sincerely\nTom' },
    });
  });

  it.each([
    ['an empty mail', { text_content: { full: '' }, html_content: { full: '<p> </p>' } }],
    ['no mail', undefined],
  ])('finds nothing in %s', (_, email) => {
    expect(emailBody(email)).toBeUndefined();
  });
});
