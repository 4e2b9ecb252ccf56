// @vitest-environment happy-dom
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { capturedItemSchema } from '../../../../../lib/model/page';
import { chatraPage } from '../../../../../lib/platforms/chatra/page/adapter';
import { capturePage } from '../../../../../lib/platforms/chatra/page/capture';

const capture = (html: string) => {
  document.body.innerHTML = html;
  const items = capturePage(document);
  for (const item of items) v.parse(capturedItemSchema, item);
  return items;
};

const meta = (name: string, time: string) =>
  `<div class="chat-message__meta"><span class="chat-message__username">${name}</span><span class="chat-message__time">${time}</span></div>`;
const bubble = (inner: string) => `<div class="chat-bubble">${inner}</div>`;
const said = (text: string) =>
  bubble(`<div class="chat-bubble__message"><span class="parsed-text">${text}</span></div>`);
const message = (classes: string, inner: string, attributes = '') =>
  `<div class="chat-message ${classes}" ${attributes}>${inner}</div>`;

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('capturePage', () => {
  it('reads a conversation in order', () => {
    const items = capture(`
      <div class="chat-message-area__inner">
        <div class="chat-message-loader">…</div>
        <div class="chat-date-block"> 20 November </div>
        ${message('chat-message--first', meta('Nora', '14:05') + said('Hi'))}
        ${message('is-group', said('there'))}
        ${message('is-operator', meta('Sam', '14:06') + said('Hello'))}
        ${message('is-operator chat-message--note is-group', said('VIP'))}
        <div class="chat-date-block">Today</div>
        ${message('', meta('Nora', '') + said('bye'))}
        <div class="chat-typing">…</div>
      </div>`);
    expect(
      items.map((item) => [
        item.kind,
        item.direction,
        item.author,
        item.timeLabel,
        item.dateLabel,
        item.text,
      ]),
    ).toEqual([
      ['message', 'in', 'Nora', '14:05', '20 November', 'Hi'],
      ['message', 'in', 'Nora', '14:05', '20 November', 'there'],
      ['message', 'out', 'Sam', '14:06', '20 November', 'Hello'],
      ['note', 'none', 'Sam', '14:06', '20 November', 'VIP'],
      ['message', 'in', 'Nora', undefined, 'Today', 'bye'],
    ]);
  });

  it('is empty when the class names are not there', () => {
    expect(capture('<div class="c1x"><div class="cq9">Hi</div></div>')).toEqual([]);
  });

  it('does not lend author and time to a message that is not joined, or has none above', () => {
    const items = capture(
      message('is-group', said('a')) +
        message('', meta('Nora', '1:00') + said('b')) +
        message('', said('c')),
    );
    expect(items.map((item) => item.author)).toEqual([undefined, 'Nora', undefined]);
  });

  it('prefers the hidden meta of a joined message to that above', () => {
    const items = capture(
      message('', meta('Nora', '14:05') + said('a')) +
        message('is-group', meta('Nora', '14:07') + said('b')),
    );
    expect(items[1]?.timeLabel).toBe('14:07');
  });

  it.each([
    ['<br>', 'a<br>b<br><br>c', 'a\nb\n\nc'],
    ['<br> with spacing', 'a\n      <br>\n      b', 'a\nb'],
    ['blocks', '<p>a</p>\n<p>b <b>c</b></p><div>d</div>', 'a\nb c\nd'],
    ['an empty block', '<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['a list', 'x<ul><li>a</li><li>b</li></ul>y', 'x\na\nb\ny'],
    ['plain line ends', '\n  a\n  b\n\n  c\n', 'a\nb\n\nc'],
    ['emoji pictures', 'hi <img alt="😀"><img>!', 'hi 😀!'],
    ['links', 'see <a href="https://x.test">x.test</a>', 'see x.test'],
    ['markup as text', '&lt;img src=x onerror=alert(1)&gt;', '<img src=x onerror=alert(1)>'],
    ['no-break spaces', 'a&nbsp;&nbsp;b', 'a b'],
    ['scripts left out', 'a<script>1</script>b', 'ab'],
  ])('reads text with %s', (_name, html, expected) => {
    expect(capture(message('', said(html)))[0]?.text).toBe(expected);
  });

  it.each([
    ['the message', '<div class="chat-bubble__message">Hi</div>'],
    [
      'the normal bubble',
      '<div class="chat-bubble__normal">Hi<span class="chat-bubble__edited">edited</span></div>',
    ],
    ['the bare bubble', 'Hi'],
  ])('finds the text in %s', (_name, inner) => {
    expect(capture(message('', bubble(inner)))[0]?.text).toBe('Hi');
  });

  it('cuts what is longer than the contract takes', () => {
    const items = capture(
      message('', meta('N'.repeat(999), 'x'.repeat(99)) + said('y'.repeat(300_000))),
    );
    expect(items[0]?.text.length).toBe(250_000);
  });

  it.each([
    [
      'the name before the size',
      '<a class="chat-bubble__file" href="/f/x"><svg></svg><span>inv.pdf</span><span>12 KB</span></a>',
    ],
    ['the address', '<a class="chat-bubble__file" href="/f/inv.pdf?x=1"></a>'],
    [
      'the download name',
      '<div class="chat-bubble__file"><a download="inv.pdf" href="/1">get</a></div>',
    ],
    ['any link of a file message', '<a href="/f/1">inv.pdf</a>'],
    ['a picture', '<img alt="inv.pdf" src="x">'],
  ])('names a file by %s', (_name, inner) => {
    const items = capture(message('is-file', bubble(inner)));
    expect(items[0]).toMatchObject({ attachments: ['inv.pdf'], text: '' });
  });

  it('leaves out what says nothing', () => {
    expect(capture(message('', bubble('  ')) + message('', ''))).toEqual([]);
  });

  it('marks edited messages', () => {
    const html = bubble(
      '<span class="parsed-text">a</span><i class="chat-bubble__edited">edited</i>',
    );
    expect(capture(message('', html) + message('', said('b'))).map((item) => item.edited)).toEqual([
      true,
      undefined,
    ]);
  });

  const exact = Date.UTC(2026, 10, 20, 13, 5);
  it.each([
    ['<time datetime="2026-11-20T13:05:00Z">5 minutes</time>', exact],
    [`<i data-timestamp="${exact}"></i>`, undefined],
    ['14:05', undefined],
    ['<time datetime="soon">x</time>', undefined],
  ])('tells an exact time in %s', (inner, expected) => {
    expect(capture(message('', meta('N', inner) + said('a')))[0]?.time).toBe(expected);
  });

  it.each([
    [`data-time="${exact}"`, exact],
    [`data-timestamp="${exact / 1000}"`, exact],
    ['title="Fri, 20 Nov 2026 13:05:00 GMT"', exact],
    ['title="11 minutes ago"', undefined],
    ['datetime="2026-11-20T13:05:00.000Z"', exact],
  ])('tells an exact time by %s', (attribute, expected) => {
    const time = `<span class="chat-message__time" ${attribute}>14:05</span>`;
    expect(capture(message('', time + said('a')))[0]?.time).toBe(expected);
  });

  it.each([
    ['data-id="Ye4RkJs7BnTz2QpWd"', 'Ye4RkJs7BnTz2QpWd'],
    ['id="message-Ye4RkJs7BnTz2QpWd"', 'Ye4RkJs7BnTz2QpWd'],
    ['data-message-id="12"', undefined],
    ['id="0e4RkJs7BnTz2QpWd"', undefined],
    ['', undefined],
  ])('reads the id of %s', (attribute, expected) => {
    expect(capture(message('', said('a'), attribute))[0]?.pageId).toBe(expected);
  });

  it('takes no id that stands on two messages', () => {
    const twice = message('', said('a'), 'data-id="Ye4RkJs7BnTz2QpWd"').repeat(2);
    expect(capture(twice).map((item) => item.pageId)).toEqual([undefined, undefined]);
  });
});

describe('capture of the page adapter', () => {
  const go = (id: string) => window.history.pushState(null, '', `/conversations/${id}`);
  const one = 'Wm7HqTz4RkPnB2yXc';
  const two = 'Ye4RkJs7BnTz2QpWd';

  it('waits until the messages of the conversation before are gone', () => {
    window.location.href = 'https://app.chatra.io/conversations/my';
    document.body.innerHTML = message('', meta('Nora', '1 minute') + said('mine'));
    expect(chatraPage.capture?.(document)).toEqual([]);
    go(one);
    expect(chatraPage.capture?.(document)).toHaveLength(1);
    go(two);
    const time = document.querySelector('.chat-message__time');
    if (time !== null) time.textContent = '2 minutes';
    expect(chatraPage.capture?.(document)).toEqual([]);
    document.body.innerHTML = message('', said('theirs'));
    expect(chatraPage.capture?.(document)?.map((item) => item.text)).toEqual(['theirs']);
  });

  it('reads elements that the page uses again with other content', () => {
    go(one);
    document.body.innerHTML = message('', said('mine'));
    expect(chatraPage.capture?.(document)).toHaveLength(1);
    go(two);
    const text = document.querySelector('.parsed-text');
    if (text !== null) text.textContent = 'theirs';
    expect(chatraPage.capture?.(document)?.map((item) => item.text)).toEqual(['theirs']);
  });
});
