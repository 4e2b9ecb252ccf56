import { beforeEach, expect, test, vi } from 'vitest';
import type { Connection } from '../../../../lib/model/connection';
import {
  followPermissions,
  releasePermissions,
} from '../../../../lib/worker/connections/permissions';

const removed = vi.hoisted((): string[] => []);
const listeners = vi.hoisted((): ((added: { origins?: string[] }) => void)[] => []);
vi.mock('wxt/browser', () => ({
  browser: {
    permissions: {
      onAdded: {
        addListener: (listener: (typeof listeners)[number]) => void listeners.push(listener),
      },
      remove: async ({ origins }: { origins: string[] }) => void removed.push(...origins),
    },
  },
}));

const base = 'https://api.getmembrane.com';

function connection(host: string, more: Partial<Connection> = {}): Connection {
  return {
    id: host,
    platform: 'alpha',
    label: host,
    apiOrigin: `https://${host}`,
    pageOrigin: `https://${host}`,
    transport: 'direct',
    health: { state: 'ok' },
    facts: {},
    fields: {},
    createdAt: 1,
    ...more,
  };
}

const through = connection('desk.example', {
  transport: 'membrane',
  membrane: {
    connectionId: 'con1',
    base,
    tenantId: 'ten-1',
    route: { kind: 'prefix', prefix: '' },
    proof: 'told',
  },
});

beforeEach(() => {
  removed.length = 0;
});

test('only what nobody needs any longer is given back', async () => {
  const others = [connection('a.example', { apiOrigin: 'https://api.example' })];
  await releasePermissions(connection('a.example'), others, []);
  expect(removed).toEqual([]);
  await releasePermissions(connection('b.example'), others, []);
  expect(removed).toEqual(['https://b.example/*']);
});

test('Membrane stays reachable after its last connection for as long as somebody is signed in', async () => {
  await releasePermissions(through, [], [base]);
  expect(removed).toEqual(['https://desk.example/*']);
  removed.length = 0;
  await releasePermissions(through, [], []);
  expect(removed).toEqual(['https://desk.example/*', `${base}/*`]);
});

test('a host that holds the team’s library, too, stays reachable', async () => {
  await releasePermissions(connection('a.example'), [], ['https://a.example/team/replies.json']);
  expect(removed).toEqual([]);
});

test('a host that is permitted again is a reason to go on, another right is none', () => {
  const given = vi.fn();
  followPermissions(given);
  for (const listener of listeners) listener({ origins: ['https://desk.example/*'] });
  expect(given).toHaveBeenCalledOnce();
  for (const listener of listeners) listener({});
  expect(given).toHaveBeenCalledOnce();
});
