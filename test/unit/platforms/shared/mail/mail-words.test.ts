import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isHtmlDocument, readMail } from '../../../../../lib/platforms/shared/mail/mail-words';
import { knowNamedCharacters } from './know-characters';

beforeAll(knowNamedCharacters);

const invoice = 'From: Shop &lt;a@shop.example&gt;<br>Subject: Invoice<br><br>Total 12.00';
const plainInvoice = 'From: Shop <a@shop.example>\nSubject: Invoice\n\nTotal 12.00';

describe('readMail', () => {
  it.each([
    [
      'Gmail',
      `<div>FYI</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br></div>${invoice}</div>`,
      `---------- Forwarded message ---------\n${plainInvoice}`,
    ],
    [
      'Outlook',
      `<p>FYI</p><hr><div id="divRplyFwdMsg">${invoice.replace('<br><br>Total 12.00', '')}</div><div><br>Total 12.00</div>`,
      plainInvoice,
    ],
    [
      'Thunderbird',
      `FYI<div class="moz-forward-container"><br>-------- Forwarded Message --------<table><tr><th>From:</th><td>a@shop.example</td></tr></table>Total 12.00</div>`,
      '-------- Forwarded Message --------\n\nFrom:\ta@shop.example\n\nTotal 12.00',
    ],
    [
      'Apple Mail',
      `FYI<br><div><br><blockquote type="cite"><div>Begin forwarded message:</div><div>${invoice}</div></blockquote></div>`,
      `> Begin forwarded message:\n> ${plainInvoice.replaceAll('\n', '\n> ').replace('> \n', '>\n')}`,
    ],
  ])('keeps apart what %s forwards, and keeps it', (_, html, text) => {
    const quoted = { kind: 'forwarded', text };
    expect(readMail({ html, subject: 'Fwd: Invoice' })).toEqual({ text: 'FYI', quoted });
    // Outlook marks an answer in the same way: without a subject it is neither.
    const kind = text === plainInvoice ? 'rest' : 'forwarded';
    expect(readMail({ html })).toEqual({ text: 'FYI', quoted: { kind, text } });
  });

  it('takes the head of a mail for that of a quote where the subject forwards nothing', () => {
    const text = `Thanks!\n\n${plainInvoice}`;
    const of = (subject?: string) => readMail({ text, subject })?.quoted?.kind;
    expect([of('RE: Invoice'), of('WG: Invoice'), of(' '), of()]).toEqual([
      'quoted',
      'forwarded',
      'rest',
      'rest',
    ]);
  });

  it.each([
    [
      'Gmail',
      '<div class="gmail_quote"><div class="gmail_attr">Tom kirjoitti:</div><blockquote class="gmail_quote">Where?</blockquote></div>',
      'Tom kirjoitti:\n\n> Where?',
    ],
    [
      'Thunderbird',
      '<div class="moz-cite-prefix">On 3.5. Tom wrote:<br></div><blockquote type="cite" cite="mid:x">Where?</blockquote>',
      'On 3.5. Tom wrote:\n\n> Where?',
    ],
    ['Yahoo', '<div class="yahoo_quoted">Tom wrote: Where?</div>', 'Tom wrote: Where?'],
    [
      'GMX',
      '<div name="quote"><b>Gesendet:</b> Montag<br>Where?</div>',
      'Gesendet: Montag\nWhere?',
    ],
    [
      'Outlook, in an answer',
      '<div id="x_divRplyFwdMsg"><b>From:</b> Tom</div>Where?',
      'From: Tom\nWhere?',
    ],
  ])('keeps apart what %s quotes', (_, tail, text) => {
    expect(readMail({ html: `<div>Thanks!</div>${tail}`, subject: 'Re: Order' })).toEqual({
      text: 'Thanks!',
      quoted: { kind: 'quoted', text },
    });
  });

  it('shows a quote in its place where somebody answered below it', () => {
    const html =
      '<div class="moz-cite-prefix">Tom wrote:</div><blockquote type="cite">One?</blockquote><p>Yes.</p>';
    expect(readMail({ html })).toEqual({ text: 'Tom wrote:\n\n> One?\n\nYes.' });
  });

  it('shows all of a mail that only forwards', () => {
    const html = `<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br></div>${invoice}</div>`;
    expect(readMail({ html })?.text).toContain('Total 12.00');
  });

  it.each([
    ['its plain form', { text: 'plain', html: '<p>plain</p>' }, 'plain'],
    [
      'its HTML where the plain form only asks for it',
      {
        text: 'Please use a program for HTML',
        html: `<p>${'Your order is on its way. '.repeat(5)}</p>`,
      },
      'Your order is on its way. '.repeat(5).trim(),
    ],
    [
      'its HTML where the plain form lost the addresses',
      { text: 'Track it here', html: '<a href="https://x.example/1">Track it here</a>' },
      'Track it here (https://x.example/1)',
    ],
    [
      'its HTML where the plain form lost one of the addresses',
      {
        text: 'Track it here. Unsubscribe: https://x.example/u',
        html: '<a href="https://x.example/1">Track it here</a>. Unsubscribe: https://x.example/u',
      },
      'Track it here (https://x.example/1). Unsubscribe: https://x.example/u',
    ],
    [
      'its HTML where the plain form lost what is relative to a base',
      {
        text: `Track it here. ${'Thank you. '.repeat(50)}Shop: https://x.example/`,
        html: `<base href="https://x.example/"><a href="1">Track it here</a>. ${'Thank you. '.repeat(50)}Shop: https://x.example/`,
      },
      `Track it here (https://x.example/1). ${'Thank you. '.repeat(50)}Shop: https://x.example/`,
    ],
    [
      'its plain form where it has all addresses',
      {
        text: 'Track it here: https://x.example/1',
        html: '<a href="https://x.example/1">Track</a> it here. <a href="https://x.example/1">Open</a>',
      },
      'Track it here: https://x.example/1',
    ],
    [
      'its plain form where nothing of the HTML is shown that has an address',
      { text: 'Hi', html: '<img src="https://x.example/1.png"><p>Hi</p>' },
      'Hi',
    ],
    [
      'its HTML where that came as text',
      { text: '<!DOCTYPE html><html><body>Hej &amp; hallo</body></html>' },
      'Hej & hallo',
    ],
    [
      'a plain text that came as HTML',
      { html: 'Hej\n\nAna <ana@example.com>' },
      'Hej\n\nAna <ana@example.com>',
    ],
    [
      'a plain text about HTML',
      { text: 'Use <b>bold</b> for bold &amp; so on' },
      'Use <b>bold</b> for bold &amp; so on',
    ],
    [
      'no padding of the plain form',
      { text: 'Your order \u034f\u200c\u00a0\u034f\u200c\u00a0\u034f\n\nHi' },
      'Your order  \n\nHi',
    ],
  ])('takes %s', (_, forms, text) => {
    expect(readMail(forms)?.text).toBe(text);
  });

  it('takes a mail of nothing but a sign', () => {
    expect(readMail({ html: '<p>👍</p>' })).toEqual({ text: '👍' });
  });

  it('says nothing of an empty mail', () => {
    expect(readMail({ text: ' ', html: '<p>&nbsp;</p>' })).toBeUndefined();
    expect(readMail({})).toBeUndefined();
  });

  it('takes the platform’s cut where it knows none, and keeps the rest', () => {
    const text = 'Thanks!\n\n-- \nTom, +1 555 0100';
    const quoted = { kind: 'rest', text: '-- \nTom, +1 555 0100' };
    expect(readMail({ text, own: 'Thanks!' })).toEqual({ text: 'Thanks!', quoted });
    expect(readMail({ text, own: 'Something else' })).toEqual({ text });
  });

  it('says that it read only the beginning of a huge one', () => {
    const html = `<p>first</p>${'<i></i>'.repeat(200_000)}<p>last</p>`;
    expect(readMail({ html })).toEqual({ text: 'first', cut: true });
  });

  it('keeps every run of digits, in order', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'On 3 May, Tom wrote:',
        '> x',
        '',
        'From: a@b.example',
        'Subject: x',
        '-----Original Message-----',
      ),
      fc.string({ unit: fc.constantFrom('1', '2', ' ', '>', '-', 'a', '.', ':') }),
    );
    fc.assert(
      fc.property(fc.array(line), fc.boolean(), (lines, isOwn) => {
        const text = lines.join('\n');
        const read = readMail(isOwn ? { text, own: lines[0] } : { text });
        const words = `${read?.text ?? ''}\n${read?.quoted?.text ?? ''}`;
        expect(words.match(/\d+/g)).toEqual(text.match(/\d+/g));
      }),
    );
  });
});

describe('isHtmlDocument', () => {
  it.each([
    '<a href="https://track.example/AB12">Track it here</a>',
    '<strong>Thanks</strong>',
    '<img src="https://x.example/a.png"><p>Body</p>',
    '<!-- c --><div>Hi</div>',
    '<!-- c --!><div>Hi</div>',
    '<?xml version="1.0"?><html>x</html>',
    '<!--[if mso]><xml></xml><![endif]-->\n<table><tr><td>x</td></tr></table>',
    '<section>x</section>',
    '<p>x</p> tail',
    '<title>t</title><p>x</p>',
    '<o:p>x</o:p>',
    `<div>${'Hello '.repeat(2_000)}`,
  ])('takes %j for the source of a mail', (text) => {
    expect(isHtmlDocument(text)).toBe(true);
  });

  it.each([
    'Hello',
    '<div> is not closed in my template',
    '<b>bold</b> does not work in my editor',
    'Use <br> or <p> there: <p>',
    '<ana@x.example> wrote this, <p>',
    'a < b',
    '<!-- never closed <div>',
  ])('leaves %j as it is', (text) => {
    expect(isHtmlDocument(text)).toBe(false);
  });
});
