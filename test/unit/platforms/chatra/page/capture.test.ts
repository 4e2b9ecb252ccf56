// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { bubble, capture, message, meta, said } from './chatra-messages';

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
