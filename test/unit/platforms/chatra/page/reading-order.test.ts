// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { capture, message, meta, said } from './chatra-messages';

describe('the order of messages', () => {
  const day = (label: string) => `<div class="chat-date-block">${label}</div>`;
  const at = (time: string, text: string) => message('', meta('Nora', time) + said(text));
  const [one, two] = ['a', 'b'].map((text, index) => at(`14:0${index}`, text));
  const [three, four] = ['c', 'd'].map((text, index) => at(`9:0${index}`, text));
  const told = [
    ['a', '19 November'],
    ['b', '19 November'],
    ['c', '20 November'],
    ['d', '20 November'],
  ];
  const [nov19, nov20] = [day('19 November'), day('20 November')];
  it.each([
    ['oldest first', [nov19, one, two, nov20, three, four]],
    ['read from the end', [four, three, nov20, two, one, nov19]],
    ['newest on top under headings', [nov20, four, three, nov19, two, one]],
  ])('tells order and days of a list: %s', (_name, rows) => {
    expect(capture(rows.join('')).map((item) => [item.text, item.dateLabel])).toEqual(told);
  });

  it('a list read from the end may not have begun with a heading', () => {
    const rows = [four, three, nov20, two, one];
    expect(capture(rows.join('')).map((item) => [item.text, item.dateLabel])).toEqual([
      ['a', undefined],
      ['b', undefined],
      ...told.slice(2),
    ]);
  });

  it.each([
    ['dates in the times', '19 Nov, 14:00', '20 Nov, 9:30', '21 Nov, 8:15'],
    [
      'exact times',
      '<time datetime="2026-11-19T14:00:00Z">14:00</time>',
      '<time datetime="2026-11-20T09:30:00Z">9:30</time>',
      '<time datetime="2026-11-21T08:15:00Z">8:15</time>',
    ],
  ])('does not turn days round that begin earlier and earlier: %s', (_name, ...times) => {
    const html = times.map((time, index) => at(time, String(index))).join('');
    expect(capture(html).map(({ text }) => text)).toEqual(['0', '1', '2']);
    const turned = times.map((time, index) => at(time, String(index))).reverse();
    if (times[0]?.startsWith('<') === true) {
      expect(capture(turned.join('')).map(({ text }) => text)).toEqual(['0', '1', '2']);
    }
  });

  it.each([
    ['12:50 PM', '1:05 PM'],
    ['12:50 p. m.', '1:05 p. m.'],
    ['12:50\u00a0a.\u00a0m.', '1:05\u00a0a.\u00a0m.'],
    ['오후 12:50', '오후 1:05'],
    ['PM 12:50', 'PM 1:05'],
    ['下午12:50', '下午1:05'],
    ['午前12:50', '午前1:05'],
    ['12:50 μ.μ.', '1:05 μ.μ.'],
    ['12:50 π.μ.', '1:05 π.μ.'],
    ['12:50 م', '1:05 م'],
    ['١٢:٥٠ ص', '١:٠٥ ص'],
  ])('knows that noon and midnight begin a half of the day: %s', (first, second) => {
    const html = [
      message('is-operator', meta('Sam', first) + said('a')),
      message('is-operator is-group', said('b')),
      message('', meta('Nora', second) + said('c')),
    ];
    const items = capture(html.join('')).map(({ text, author }) => [text, author]);
    expect(items).toEqual([
      ['a', 'Sam'],
      ['b', 'Sam'],
      ['c', 'Nora'],
    ]);
  });

  it.each([
    ['11:50 AM', '1:05 PM'],
    ['오전 11:50', '오후 1:05'],
    ['上午11:50', '下午1:05'],
    ['午前11:50', '午後1:05'],
    ['11:50 π.μ.', '1:05 μ.μ.'],
    ['11:50 ص', '1:05 م'],
    ['١١:٥٠ ص', '١:٠٥ م'],
    ['20 Nov, 오전 11:50', '20 Nov, 오후 1:05'],
    ['오늘 9:05', '오늘 14:00'],
    ['中午11:50', '中午12:05'],
    ['9 h 50', '14 h 05'],
  ])('reads the newest on top of the oldest across noon: %s', (first, second) => {
    const html = at(second, 'b') + at(first, 'a');
    expect(capture(html).map(({ text }) => text)).toEqual(['a', 'b']);
  });
});
