// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { capture, message, meta, said } from './chatra-messages';

describe('author and time of a message', () => {
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

  it('does not take the time for a part of the name', () => {
    const name =
      '<b class="chat-message__username">Nora <i class="chat-message__time">11 minutes</i></b>';
    const [item] = capture(message('', name + said('a')));
    expect([item?.author, item?.timeLabel]).toEqual(['Nora', '11 minutes']);
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
    ['title="Nov 20, 2026, 14:05"', new Date(2026, 10, 20, 14, 5).getTime()],
    // Browsers read these as a day in May.
    ['title="05.11.2026, 14:05"', undefined],
    ['title="5. 11. 2026 14:05"', undefined],
    ['title="05/11/2026 14:05"', undefined],
    ['title="5-11-2026 14:05"', undefined],
    ['datetime="2026-11-20T13:05:00.000Z"', exact],
  ])('tells an exact time by %s', (attribute, expected) => {
    const time = `<span class="chat-message__time" ${attribute}>14:05</span>`;
    expect(capture(message('', time + said('a')))[0]?.time).toBe(expected);
  });
});
