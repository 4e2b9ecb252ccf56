import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { ConnectionProblem } from '../../../../lib/platforms/contract/api';
import { fakeChatwoot, refusal, signal } from './fake-chatwoot';

const server = () => ({
  version: '4.15.1',
  timestamp: '2026-06-20 12:00:00',
  queue_services: 'ok',
  data_services: 'ok',
});

const acme = { id: 3, name: 'Acme', status: 'active', role: 'agent', permissions: ['agent'] };
const beta = {
  ...acme,
  id: 9,
  name: 'Beta',
  role: 'administrator',
  permissions: ['administrator'],
};
const closed = { ...acme, id: 4, name: 'Old', status: 'suspended' };

function profile(change: Record<string, unknown> = {}) {
  return () => ({
    access_token: 'never-read',
    account_id: 9,
    available_name: 'Tom',
    name: 'Tom Okafor',
    email: 'tom@example.com',
    accounts: [acme, closed, beta],
    ...change,
  });
}

async function problemOf(running: Promise<unknown>): Promise<ConnectionProblem> {
  const error = await running.catch((thrown: unknown) => thrown);
  if (error instanceof ConnectionProblem) return error;
  throw new Error('expected a ConnectionProblem');
}

describe('check', () => {
  it('reports what the key opens, the chosen account first', async () => {
    const { api, remembered, requests } = fakeChatwoot({
      'GET /api': server,
      'GET /api/v1/profile': profile(),
    });
    expect(await api.check(signal)).toEqual({
      accountName: 'Acme',
      agentName: 'Tom',
      agentEmail: 'tom@example.com',
      restricted: true,
      version: '4.15.1',
      accounts: [
        { id: '3', name: 'Acme' },
        { id: '9', name: 'Beta' },
      ],
      warnings: [expect.stringContaining('own inboxes')],
    });
    expect(remembered).toEqual({ version: '4.15.1' });
    expect(requests).toHaveLength(2);
  });

  it('puts the account that was active last first when none is chosen', async () => {
    const { api } = fakeChatwoot(
      { 'GET /api': server, 'GET /api/v1/profile': profile() },
      { account: undefined },
    );
    const report = await api.check(signal);
    expect(report.accountName).toBe('Beta');
    expect(report.accounts?.[0]).toEqual({ id: '9', name: 'Beta' });
    expect(report.warnings).toEqual([]);
  });

  it('passes over an active account that is suspended', async () => {
    const { api } = fakeChatwoot(
      { 'GET /api': server, 'GET /api/v1/profile': profile({ account_id: 4 }) },
      { account: undefined },
    );
    expect((await api.check(signal)).accounts?.map(({ id }) => id)).toEqual(['3', '9']);
  });

  it('warns about the cap of servers before 4.14.2', async () => {
    const { api } = fakeChatwoot(
      { 'GET /api': () => ({ version: '4.9.2' }), 'GET /api/v1/profile': profile() },
      { account: '9' },
    );
    expect((await api.check(signal)).warnings).toEqual([expect.stringContaining('20 latest')]);
  });

  it.each([
    [['conversation_manage', 'custom_role'], 'own inboxes'],
    [['conversation_unassigned_manage', 'custom_role'], 'unassigned'],
    [['conversation_participating_manage', 'custom_role'], 'assigned to you'],
    [['contact_manage', 'custom_role'], 'not show any'],
    ['nonsense', 'own inboxes'],
  ])('tells what the permissions %j hide', async (permissions, words) => {
    const { api } = fakeChatwoot({
      'GET /api': server,
      'GET /api/v1/profile': profile({ accounts: [{ ...acme, permissions }] }),
    });
    expect((await api.check(signal)).warnings).toEqual([expect.stringContaining(words)]);
  });

  it.each([
    ['a web page', new TransportError('not-json', { status: 200 })],
    ['404', new TransportError('not-found', { status: 404 })],
    ['405', new TransportError('refused', { status: 405 })],
    ['a sign-in in front of it', new TransportError('unauthorised', { status: 401 })],
  ])('is not a Chatwoot: %s', async (_, error) => {
    const { api } = fakeChatwoot({
      'GET /api': () => {
        throw error;
      },
    });
    const problem = await problemOf(api.check(signal));
    expect(problem.reason).toBe('not-the-platform');
    expect(problem.message).toContain('desk.example.com');
  });

  it.each([[{}], [null], [[]], ['4.15.1'], [{ version: 4 }], [{ version: 'latest' }]])(
    'is not a Chatwoot: %j',
    async (body) => {
      const { api } = fakeChatwoot({ 'GET /api': () => body });
      expect((await problemOf(api.check(signal))).reason).toBe('not-the-platform');
    },
  );

  it.each(['offline', 'timeout', 'server-error', 'redirected', 'rate-limited'] as const)(
    'lets the failure %s pass',
    async (failure) => {
      const { api } = fakeChatwoot({
        'GET /api': () => {
          throw new TransportError(failure);
        },
      });
      await expect(api.check(signal)).rejects.toMatchObject({ failure });
    },
  );

  it.each([
    [{ error: 'Invalid Access Token' }, 'does not accept this access token'],
    [{ error: 'Token de acesso inválido' }, 'does not accept this access token'],
    [{ error: 'Access to this endpoint is not authorized for bots' }, 'agent bot'],
    [{ errors: ['You need to sign in or sign up before continuing.'] }, 'proxy'],
    [{ errors: ['Para continuar, faça login ou registre-se.'] }, 'proxy'],
    [{ errors: ['アカウント登録もしくはログインしてください。'] }, 'proxy'],
    [{ errors: [] }, 'proxy'],
  ])('says what is wrong with the key by the form of the answer: %j', async (body, words) => {
    const { api } = fakeChatwoot({ 'GET /api': server, 'GET /api/v1/profile': refusal(401, body) });
    const problem = await problemOf(api.check(signal));
    expect(problem.reason).toBe('wrong-key');
    expect(problem.message).toContain(words);
  });

  it.each(['<h1>401 Authorization Required</h1>', '', 'You need to sign in', '["errors"]'])(
    'does not put the refusal of something in front of Chatwoot down to the key: %s',
    async (body) => {
      const { api } = fakeChatwoot({
        'GET /api': server,
        'GET /api/v1/profile': () => {
          throw new TransportError('unauthorised', { status: 401, body });
        },
      });
      expect((await problemOf(api.check(signal))).reason).toBe('not-the-platform');
    },
  );

  it('names the accounts that a key of another account does open', async () => {
    const { api } = fakeChatwoot(
      { 'GET /api': server, 'GET /api/v1/profile': profile() },
      { account: '77' },
    );
    const problem = await problemOf(api.check(signal));
    expect(problem.reason).toBe('other-account');
    expect(problem.message).toBe(
      'This access token does not give access to account 77. It gives access to: 3 (Acme) and 9 (Beta).',
    );
  });

  it('tells a suspended account', async () => {
    const { api } = fakeChatwoot(
      { 'GET /api': server, 'GET /api/v1/profile': profile() },
      { account: '4' },
    );
    const problem = await problemOf(api.check(signal));
    expect(problem.reason).toBe('missing-right');
    expect(problem.message).toContain('suspended');
  });

  it.each([[undefined], [null], [[]], [[closed]], ['x'], [[{ id: 'a/b' }]]])(
    'tells when no account is open: %j',
    async (accounts) => {
      const { api } = fakeChatwoot({
        'GET /api': server,
        'GET /api/v1/profile': profile({ accounts }),
      });
      expect((await problemOf(api.check(signal))).reason).toBe('missing-right');
    },
  );

  it.each([[null], [[]], ['ok'], [7]])('tells an unreadable profile: %j', async (body) => {
    const { api } = fakeChatwoot({ 'GET /api': server, 'GET /api/v1/profile': () => body });
    const problem = await problemOf(api.check(signal));
    expect(['bad-answer', 'missing-right']).toContain(problem.reason);
  });
});
