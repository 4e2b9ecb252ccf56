import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestFirst } from '../../../lib/timeline/newest-first';
import { message } from './samples';

const few = <T>(...values: T[]) => fc.constantFrom(...values);
const messages = fc
  .uniqueArray(
    fc.record({
      connectionId: few('cw', 'ku'),
      conversationId: few('c1', 'c2'),
      id: few('1', '2', '3', '10'),
      sentAt: few(0, 5, 5, 9e15, Number.POSITIVE_INFINITY),
      sequence: few(0, 1),
    }),
    { selector: (entry) => `${entry.connectionId}/${entry.id}` },
  )
  .map((list) => list.map((given) => message(given)));

describe('newestFirst', () => {
  it('practice 20: gives the same order whatever order the items arrived in', () => {
    const twice = messages.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(twice, ([list, shuffled]) => {
        expect(shuffled.sort(newestFirst)).toEqual(list.sort(newestFirst));
      }),
    );
  });

  it('puts newer before older, and a greater sequence first at equal times', () => {
    const older = message({ id: 'a', sentAt: 1 });
    const first = message({ id: 'b', sentAt: 2, sequence: 1 });
    const second = message({ id: 'c', sentAt: 2, sequence: 2 });
    expect([older, first, second].sort(newestFirst)).toEqual([second, first, older]);
  });
});
