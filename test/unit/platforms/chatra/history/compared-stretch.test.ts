// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../../lib/model/history';
import type { CapturedItem } from '../../../../../lib/model/page';
import { align } from '../../../../../lib/platforms/chatra/history/align';
import { comparedOfItem } from '../../../../../lib/platforms/chatra/history/compared-message';
import { mergeCapture } from '../../../../../lib/platforms/chatra/history/merge';
import { capturePage } from '../page/chatra-messages';

const now = new Date(2026, 10, 20, 12).getTime();
const target = { connectionId: 'chatra-1', contactId: 'chat', conversationId: 'chat', now };

const item = (text: string): CapturedItem => ({
  kind: 'message',
  direction: 'in',
  text,
  attachments: [],
});

/** Two in three say what others say too. */
const said = (index: number) => item(index % 3 === 0 ? `number ${index}` : 'ok');

/** A conversation as it is stored, without the way there. */
function stored(count: number): Message[] {
  const [first] = mergeCapture([], [said(0)], target);
  if (first === undefined) throw new TypeError('nothing was merged');
  return Array.from({ length: count }, (_none, index) => ({
    ...first,
    id: `chat/~${index}`,
    text: said(index).text,
    sequence: index,
  }));
}

describe('a conversation of 50,000 messages', () => {
  const all = stored(50_000);

  it.each([
    ['its end', 45_000, 50_000],
    ['somewhere in the middle', 20_000, 20_040],
    ['its beginning', 0, 1_000],
  ])('is met where the page shows %s, and nothing is taken twice', (_name, from, to) => {
    const shown = all.slice(from, to).map(({ text }) => item(text));
    const isEnd = to === all.length;
    const merged = mergeCapture(all, isEnd ? [...shown, item('news')] : shown, target);
    expect(merged.length).toBe(all.length + (isEnd ? 1 : 0));
    expect(merged.slice(0, all.length).every((message, index) => message === all[index])).toBe(
      true,
    );
  });

  it('goes on at its end when all that the page shows was said before', () => {
    const merged = mergeCapture(all, [item('ok'), item('ok'), item('ok')], target);
    expect(merged.slice(0, all.length).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    // The first of them is the last that is stored.
    expect(merged.length - all.length).toBe(2);
  });

  it('gives its newest 5,000 lines from the page, under the right day and author', () => {
    const meta =
      '<i class="chat-message__username">Nora</i><i class="chat-message__time">14:05</i>';
    const line = (index: number) =>
      `<div class="chat-message${index === 0 ? '' : ' is-group'}">${index === 0 ? meta : ''}<div class="chat-bubble">${index}</div></div>`;
    document.body.innerHTML = `<div class="chat-date-block">20 November</div>${Array.from({ length: 5_200 }, (_none, index) => line(index)).join('')}`;
    const { items } = capturePage();
    expect(items.length).toBe(5_000);
    expect(items.map(({ text }) => Number(text))).toEqual(
      Array.from({ length: 5_000 }, (_none, index) => index + 200),
    );
    expect(items[0]).toMatchObject({
      author: 'Nora',
      timeLabel: '14:05',
      dateLabel: '20 November',
    });
  });
});

describe('comparing a stretch only', () => {
  it('leads to what comparing everything leads to', () => {
    const words = fc.array(fc.constantFrom('ok', 'yes', 'thanks'), {
      minLength: 30,
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, fc.nat(29), fc.integer({ min: 1, max: 30 }), (texts, from, count) => {
        const whole = texts.map((text, index) => item(index % 3 === 0 ? `${text} ${index}` : text));
        const before = whole.slice(0, 50).map((each) => comparedOfItem(each, now));
        const shown = whole.slice(from, from + count + 3).map((each) => comparedOfItem(each, now));
        const gaps = before.map(() => false);
        expect(align(before, gaps, shown, 1)).toEqual(align(before, gaps, shown));
      }),
      { numRuns: 200 },
    );
  });
});
