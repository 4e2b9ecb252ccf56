import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../../lib/model/history';
import type { CapturedItem } from '../../../../../lib/model/page';
import { mergeCapture } from '../../../../../lib/platforms/chatra/history/merge';

const now = new Date(2026, 10, 20, 12).getTime();
const target = { connectionId: 'chatra-1', contactId: 'chat', conversationId: 'chat', now };
const items = (...texts: string[]): CapturedItem[] =>
  texts.map((text) => ({ kind: 'message', direction: 'in', text, attachments: [] }));

function merge(...readings: CapturedItem[][]): Message[] {
  return readings.reduce<Message[]>((stored, shown) => mergeCapture(stored, shown, target), []);
}

/** The texts in order, with a minus before those that are known to be deleted. */
const textsOf = (messages: readonly Message[]) =>
  messages.map(({ text, deleted }) => (deleted === true ? `-${text}` : text));

describe('messages that vanish from the page', () => {
  it.each<[string, CapturedItem[][], string[]]>([
    ['between two neighbours', [items('a', 'b', 'c'), items('a', 'c')], ['a', '-b', 'c']],
    [
      'several in a row',
      [items('x', 'y', 'a', 'b', 'c', 'd', 'e', 'f', 'g'), items('x', 'y', 'a', 'e', 'f', 'g')],
      ['x', 'y', 'a', '-b', '-c', '-d', 'e', 'f', 'g'],
    ],
    [
      'of three equal ones, all but one',
      [items('a', 'ok', 'ok', 'ok', 'b'), items('a', 'ok', 'b')],
      ['a', '-ok', '-ok', 'ok', 'b'],
    ],
  ])('%s were deleted, and what they said is kept', (_name, readings, expected) => {
    const merged = merge(...readings);
    expect(textsOf(merged)).toEqual(expected);
    // Another look at the same page changes nothing.
    expect(mergeCapture(merged, readings.at(-1) ?? [], { ...target, now: now + 5 })).toEqual(
      merged,
    );
  });

  it.each<[string, CapturedItem[][], string[]]>([
    ['older than what is shown', [items('a', 'b', 'c'), items('b', 'c')], ['a', 'b', 'c']],
    ['newer than what is shown', [items('a', 'b', 'c'), items('a', 'b')], ['a', 'b', 'c']],
    [
      'beyond a hole in what is stored',
      [items('a', 'b'), items('x', 'y'), items('b', 'c')],
      ['a', 'b', 'c', 'x', 'y'],
    ],
    [
      'at the end, where the page may be cut off',
      [items('a', 'b', 'c'), items('a', 'b', 'd')],
      ['a', 'b', 'c', 'd'],
    ],
    ['of another stretch', [items('a', 'b'), items('x', 'y')], ['a', 'b', 'x', 'y']],
    ['all of them, while the page is drawn anew', [items('a', 'b'), []], ['a', 'b']],
  ])('%s are not taken for deleted', (_name, readings, expected) => {
    expect(textsOf(merge(...readings))).toEqual(expected);
  });

  it('are there again when the page shows them again', () => {
    const readings = [items('a', 'b', 'c'), items('a', 'c'), items('a', 'b', 'c')];
    const back = merge(...readings);
    expect(textsOf(back)).toEqual(['a', 'b', 'c']);
    expect(back.map(({ id }) => id)).toEqual(merge(items('a', 'b', 'c')).map(({ id }) => id));
  });

  it('stay deleted while the conversation goes on around them', () => {
    const merged = merge(items('a', 'b', 'c'), items('a', 'c', 'd'), items('z', 'a', 'c', 'd'));
    expect(textsOf(merged)).toEqual(['z', 'a', '-b', 'c', 'd']);
  });

  it('an edited one is not a deleted one', () => {
    const edited = items('a', 'B', 'c').map((item) =>
      item.text === 'B' ? { ...item, edited: true } : item,
    );
    const merged = merge(items('a', 'b', 'c'), edited);
    expect(merged.map(({ text, edited: mark, deleted }) => [text, mark, deleted])).toEqual([
      ['a', undefined, undefined],
      ['B', true, undefined],
      ['c', undefined, undefined],
    ]);
  });

  it.each([
    ['by its id', 'Ye4RkJs7BnTz2QpWd'],
    ['by its place', undefined],
  ])(
    'what stands in the place of a deleted one does not replace its words, told %s',
    (_name, pageId) => {
      const [before, gone] = ['b', 'This message was deleted'].map((text) =>
        items('a', text, 'c').map((item) => (item.text === text ? { ...item, pageId } : item)),
      );
      const marked = gone?.map((item, index) => (index === 1 ? { ...item, deleted: true } : item));
      const merged = merge(before ?? [], marked ?? []);
      expect(textsOf(merged)).toEqual(['a', '-b', 'c']);
      expect(merge(before ?? [], marked ?? [], marked ?? [])).toEqual(merged);
    },
  );

  it('one that was never seen before is known to be deleted', () => {
    const shown = items('a', '', 'c').map((item) =>
      item.text === '' ? { ...item, deleted: true } : item,
    );
    expect(textsOf(merge(shown, shown))).toEqual(['a', '-', 'c']);
  });

  it('one that cannot be read just now is not taken for deleted', () => {
    const editing = items('a', 'c').map((item) =>
      item.text === 'c' ? { ...item, afterGap: true } : item,
    );
    const merged = merge(items('a', 'b', 'c'), editing);
    expect(textsOf(merged)).toEqual(['a', 'b', 'c']);
    expect(merged.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
    expect(textsOf(merge(items('a', 'b', 'c'), editing, items('a', 'b', 'c')))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});
