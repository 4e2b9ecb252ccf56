import { expect, test } from 'vitest';
import { IdentifierPool } from '../../../../lib/worker/person-lookup/identifier-pool';

const email = { kind: 'email', value: 'a@example.com' } as const;
const phone = { kind: 'phone', value: '+493090182204' } as const;
const signal = new AbortController().signal;

test('a waiting lookup gets what another adds', async () => {
  const pool = new IdentifierPool([email], 2);
  const waiting = pool.next(new Set(['email:a@example.com']), signal);
  pool.add([email, phone]);
  expect(await waiting).toEqual([phone]);
});

test('when every lookup waits or left, the search is over for all', async () => {
  const pool = new IdentifierPool([email], 3);
  const asked = new Set(['email:a@example.com']);
  const waiting = [pool.next(asked, signal), pool.next(asked, signal)];
  pool.leave();
  expect(await Promise.all(waiting)).toEqual([[], []]);
});

test('a lookup alone does not wait for anybody', async () => {
  const pool = new IdentifierPool([], 1);
  expect(await pool.next(new Set(), signal)).toEqual([]);
});

test('an abort ends the wait with its reason', async () => {
  const pool = new IdentifierPool([], 2);
  const controller = new AbortController();
  const waiting = pool.next(new Set(), controller.signal);
  controller.abort(new Error('switched'));
  await expect(waiting).rejects.toThrow('switched');
});
