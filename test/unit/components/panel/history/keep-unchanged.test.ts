import { describe, expect, it } from 'vitest';
import { keepUnchanged } from '../../../../../components/panel/history/keep-unchanged';
import { message } from '../../../timeline/samples';

const told = [message({ id: '2', sentAt: 2 }), message({ id: '1', sentAt: 1 })];
const again = () => told.map((entry) => structuredClone(entry));

describe('keepUnchanged', () => {
  it('is the list before when all of it says the same', () => {
    expect(keepUnchanged(told, again())).toBe(told);
  });

  it('keeps the objects of what says the same', () => {
    const newer = message({ id: '3', sentAt: 3 });
    const now = keepUnchanged(told, [newer, ...again()]);
    expect(now).toEqual([newer, ...told]);
    expect(now[1]).toBe(told[0]);
  });

  it('takes over what changed, what went and another order', () => {
    const [second, first] = again();
    const edited = { ...message({ id: '2', sentAt: 2 }), text: 'Edited' };
    expect(keepUnchanged(told, [edited])).toEqual([edited]);
    expect(
      keepUnchanged(
        told,
        [first, second].flatMap((entry) => entry ?? []),
      ),
    ).toEqual([told[1], told[0]]);
    const never = [message({ sentAt: Number.NEGATIVE_INFINITY })];
    const ever = [message({ sentAt: Number.POSITIVE_INFINITY })];
    expect(keepUnchanged(never, ever)[0]).toBe(ever[0]);
  });
});
