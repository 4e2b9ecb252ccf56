import { expect, test } from 'vitest';
import { SeenStretch } from '../../../../../lib/platforms/chatra/page/seen-stretch';

const placed = (index: number) => ({
  top: index * 20,
  item: {
    pageId: undefined,
    kind: 'message' as const,
    direction: 'in' as const,
    text: `${index}`,
    attachments: [],
  },
});
const list = { conversationId: 'one', height: 20_000, drawn: 400 };

test('what a list drew before stays known, with the gaps in between', () => {
  const seen = new SeenStretch();
  seen.add(list, [placed(10), placed(11)]);
  const items = seen.add(list, [placed(2), placed(3)]);
  expect(items.map(({ text, afterGap }) => [text, afterGap])).toEqual([
    ['2', undefined],
    ['3', undefined],
    ['10', true],
    ['11', undefined],
  ]);
  expect(seen.add({ ...list, conversationId: 'two' }, [placed(1)])).toHaveLength(1);
});

test('never holds more than the worker takes', () => {
  const seen = new SeenStretch();
  const height = 200_000;
  const part = (from: number) => Array.from({ length: 3_000 }, (_, index) => placed(from + index));
  seen.add({ ...list, height }, part(0));
  const items = seen.add({ ...list, height }, part(3_000));
  expect(items).toHaveLength(5_000);
  expect(items.at(-1)?.text).toBe('5999');
});
