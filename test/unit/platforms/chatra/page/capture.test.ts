// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { bubble, capture, message, meta, said } from './chatra-messages';

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('what is captured', () => {
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
    ['on itself', message('is-edited', said('a'))],
    ['on its bubble', message('', '<div class="chat-bubble chat-bubble--edited">a</div>')],
    ['in another language', message('', bubble('a<i class="chat-bubble__edited">изменено</i>'))],
  ])('finds the mark of an edit %s', (_name, html) => {
    expect(capture(html)[0]).toMatchObject({ text: 'a', edited: true });
  });

  it.each([
    ['on itself', message('chat-message--deleted', meta('Nora', '14:05') + said('')), ''],
    [
      'with words',
      message('is-deleted', meta('Nora', '14:05') + said('Message deleted')),
      'Message deleted',
    ],
    ['beside the words', message('', bubble('<i class="chat-bubble__deleted">Gelöscht</i>')), ''],
  ])('finds the mark of a deletion %s', (_name, html, text) => {
    expect(capture(html)[0]).toMatchObject({ text, deleted: true });
  });

  it.each([
    ['a field', bubble('<textarea>half</textarea>')],
    ['an editable element', bubble('<div contenteditable="true">half</div>')],
    ['a mark', '<div class="chat-bubble is-editing">half</div>'],
  ])('a message that is being edited in %s leaves a gap', (_name, edited) => {
    const html = message('', said('a')) + message('is-operator', edited) + message('', said('b'));
    expect(capture(html).map(({ text, afterGap }) => [text, afterGap])).toEqual([
      ['a', undefined],
      ['b', true],
    ]);
  });

  it.each(['chat-message--system', 'is-system', 'chat-message--event', 'is-service'])(
    'a line of the app (%s) is nobody’s, and lends nobody its author',
    (css) => {
      const html =
        message('', meta('Nora', '14:05') + said('a')) +
        message(css, meta('Chatra', '14:06') + said('Sam joined')) +
        message('is-group', said('b'));
      expect(capture(html).map(({ kind, direction, author }) => [kind, direction, author])).toEqual(
        [
          ['message', 'in', 'Nora'],
          ['activity', 'none', 'Chatra'],
          ['message', 'in', 'Nora'],
        ],
      );
    },
  );

  it('does not lend the author of one side to the other', () => {
    const html =
      message('', meta('Nora', '14:05') + said('a')) + message('is-operator is-group', said('b'));
    expect(capture(html)[1]).toMatchObject({ direction: 'out', author: undefined });
  });

  it('does not take author and time of what a message quotes', () => {
    const quote = `<div class="chat-bubble__quote">${meta('Sam', '9:00')}${said('x')}</div>`;
    const html =
      message('', meta('Nora', '14:05') + said('a')) + message('is-group', bubble(`${quote}b`));
    expect(capture(html)[1]).toMatchObject({ author: 'Nora', timeLabel: '14:05', text: '> x\nb' });
  });

  it('reads a name without the signs that turn its direction', () => {
    const html = message('', meta('\u2067נועה\u2069', '\u200f14:05') + said('a'));
    expect(capture(html)[0]).toMatchObject({ author: 'נועה', timeLabel: '14:05' });
  });

  const dots = '<i class="dot"></i><i class="dot"></i>';
  it.each([
    ['a class', message('is-typing', bubble('…'))],
    ['a class and a name', message('chat-message--typing', meta('Nora', '') + bubble('…'))],
    ['dots alone', message('', `<span class="chat-message__username">Nora</span>${bubble('...')}`)],
    ['bullets', message('', bubble('• • •'))],
    ['drawn dots', message('', bubble(dots))],
    ['a picture', message('', bubble('<img src="/dots.gif">'))],
    ['a part', message('', bubble('<div class="typing-dots">Nora is typing</div>'))],
    ['an attribute', message('', bubble('Nora tippt'), 'data-typing="1"')],
    ['a state', message('', bubble('Nora печатает'), 'aria-busy="true"')],
    ['a frame', `<div class="typing-row">${message('', bubble('Nora écrit'))}</div>`],
  ])('what somebody is typing is no message: %s', (_name, html) => {
    const list = `<div class="chat-message-area__inner">${message('', said('a'))}${html}</div>`;
    expect(capture(list).map(({ text }) => text)).toEqual(['a']);
  });

  it('what somebody said stays one beside a sign of typing that is not shown', () => {
    const hidden = '<div class="typing-dots" style="display: none">…</div>';
    const html = message('', meta('Nora', '14:05') + bubble(`yes${hidden}`));
    expect(capture(html + message('is-group', said('…'))).map(({ text }) => text)).toEqual([
      'yes',
      '…',
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
