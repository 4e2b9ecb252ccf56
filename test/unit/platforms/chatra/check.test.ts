import { describe, expect, it } from 'vitest';
import type { TransportFailure } from '../../../../lib/http/transport-error';
import { failure, scripted, signal, unknownIds } from './fake';

const refused = failure('unauthorised', 401);

describe('check', () => {
  it.each(unknownIds)(
    'accepts the keys when nobody is known and made-up ones are refused: %s',
    async (_name, answer) => {
      const { api, asked, madeUp } = scripted([answer, refused]);
      expect(await api.check(signal)).toEqual({ warnings: [] });
      expect(asked).toEqual(Array(2).fill('GET /api/clients/deskside-key-check'));
      expect(madeUp).toEqual([false, true]);
    },
  );

  it.each(unknownIds)(
    'says so when made-up keys are answered the same: %s',
    async (_name, answer) => {
      const { warnings } = await scripted([answer, answer]).api.check(signal);
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toMatch(/cannot tell whether they are right/);
    },
  );

  it.each([
    ['404 and 400', failure('not-found', 404), failure('refused', 400)],
    ['404 and an error with status 200', failure('not-found', 404), { error: 'no' }],
    ['404 and null', failure('not-found', 404), null],
  ])('tells the keys by the difference between %s', async (_name, own, other) => {
    expect(await scripted([own, other]).api.check(signal)).toEqual({ warnings: [] });
  });

  it('accepts the keys, and says that nothing proves them, when made-up ones make Chatra fail', async () => {
    const answers = [failure('not-found', 404), failure('server-error', 500)];
    expect((await scripted(answers).api.check(signal)).warnings).toHaveLength(1);
  });

  it('needs no comparison where a client comes', async () => {
    const { api, asked } = scripted([{ id: 'x', basicInfo: {} }]);
    expect(await api.check(signal)).toEqual({ warnings: [] });
    expect(asked).toHaveLength(1);
  });

  it.each([
    { error: { message: 'Wrong keys' } },
    { error: 'unauthorized', id: 'x' },
    { success: false },
    { message: 'no' },
    {},
  ])('refuses %j with status 200', async (answer) => {
    await expect(scripted([answer]).api.check(signal)).rejects.toMatchObject({
      reason: 'wrong-key',
    });
  });

  it.each<[TransportFailure, number]>([
    ['unauthorised', 401],
    ['forbidden', 403],
  ])('takes %s for wrong keys', async (kind, status) => {
    const { api } = scripted([failure(kind, status)]);
    await expect(api.check(signal)).rejects.toMatchObject({ failure: 'unauthorised', status });
  });

  it.each<[TransportFailure, number]>([
    ['refused', 422],
    ['server-error', 500],
    ['not-json', 200],
    ['rate-limited', 429],
  ])('shows %s as it is', async (kind, status) => {
    const failed = failure(kind, status);
    await expect(scripted([failed]).api.check(signal)).rejects.toBe(failed);
  });
});
