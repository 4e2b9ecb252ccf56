import { describe, expect, it } from 'vitest';
import type { TransportFailure } from '../../../../lib/http/errors';
import { failure, scripted, signal, unknownIds } from './fake';

describe('check', () => {
  it.each(unknownIds)('accepts the keys when nobody is known: %s', async (_name, answer) => {
    const { api, asked } = scripted([answer]);
    expect(await api.check(signal)).toEqual({ warnings: [] });
    expect(asked).toEqual(['GET /api/clients/deskside-key-check']);
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
