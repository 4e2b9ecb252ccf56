import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { path } from '../../../../lib/http/encode-path';
import type { ApiPorts } from '../../../../lib/platforms/contract/api';
import { ApiPool, type ApiPoolOptions } from '../../../../lib/worker/connections/api-pool';
import { TestWorld } from '../world';

/** A pool of one platform whose API only hands out what it was made of. */
async function setUp(more: Partial<ApiPoolOptions> = {}) {
  const world = new TestWorld();
  const made: ApiPorts[] = [];
  const connection = await world.connect('alpha', {}, undefined, {
    createApi: (ports) => {
      made.push(ports);
      return { check: async () => ({ warnings: [] }), identify: vi.fn() };
    },
  });
  const options = {
    definitionOf: world.definitionOf,
    readSecrets: vi.fn(async () => ({ token: 't' })),
    permitted: async () => true,
    remember: vi.fn(async () => undefined),
    limitMemory: vi.fn(() => ({ read: async () => undefined, write: async () => undefined })),
    now: world.now,
    ...more,
  } satisfies ApiPoolOptions;
  return { pool: new ApiPool(options), options, connection, made };
}

test('a draft learns for itself: facts and limits of the kept connection of its id stay', async () => {
  const { pool, options, connection, made } = await setUp();
  const draft = { ...connection, apiOrigin: 'https://other.example', facts: {} };
  pool.create(draft, async () => ({ token: 'draft' }));
  await made[0]?.remember('version', '9.9.9');
  expect(draft.facts).toEqual({ version: '9.9.9' });
  expect(options.remember).not.toHaveBeenCalled();
  expect(options.limitMemory).not.toHaveBeenCalled();
  pool.get(connection);
  await made[1]?.remember('version', '4.0.0');
  expect(options.remember).toHaveBeenCalledWith('alpha', 'version', '4.0.0');
  expect(options.limitMemory).toHaveBeenCalledWith('alpha');
});

test('the key of the team signs notes in place of the account’s own, and where there are none', async () => {
  const sealOf = async (more: Partial<ApiPoolOptions>) => {
    const { pool, connection, made } = await setUp(more);
    pool.get(connection);
    return made[0]?.seal?.('a note');
  };
  const teamNoteKey = async () => 'a key of the whole team';
  const own = await sealOf({});
  const ofTeam = await sealOf({ teamNoteKey });
  expect(own).toMatch(/^[0-9a-f]{16}$/);
  expect(ofTeam).toMatch(/^[0-9a-f]{16}$/);
  expect(ofTeam).not.toBe(own);
  // As through Membrane.
  const keyless = { readSecrets: async () => undefined };
  expect(await sealOf(keyless)).toBeUndefined();
  expect(await sealOf({ ...keyless, teamNoteKey })).toBe(ofTeam);
  expect(await sealOf({ teamNoteKey: async () => 'another key of a team' })).not.toBe(ofTeam);
});

test('what fails because the browser is being closed says nothing about the platform', async () => {
  const closing = async () => {
    throw new Error('The browser is shutting down.');
  };
  const parts: readonly Partial<ApiPoolOptions>[] = [
    { readSecrets: closing },
    { permitted: closing },
    { limitMemory: () => ({ read: closing, write: closing }) },
  ];
  vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('Failed to fetch')));
  for (const part of parts) {
    const { pool, connection, made } = await setUp(part);
    pool.get(connection);
    const request = {
      method: 'GET',
      path: path`/api`,
      signal: new AbortController().signal,
    } as const;
    await expect(made[0]?.transport.send(request)).rejects.toMatchObject({ failure: 'offline' });
  }
  vi.unstubAllGlobals();
});
