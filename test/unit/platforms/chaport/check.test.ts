import { describe, expect, it } from 'vitest';
import { chaport } from '../../../../lib/platforms/chaport/definition';
import { failure, scripted, signal } from './fake';

const me = '/api/v1/me.json';
const operators = '/api/v1/operators';
const visitors = '/api/v1/visitors';
const listed = { result: [{ id: 'op1', name: 'Sam' }] };

describe('check', () => {
  const check = (answer: unknown, lists: Record<string, unknown> = { [operators]: listed }) =>
    chaport.createApi(scripted({ [me]: answer, ...lists }).ports).check(signal);

  it.each([
    [
      { result: { name: 'Sam', email: 's@x.test' } },
      { agentName: 'Sam', agentEmail: 's@x.test', accountName: undefined },
    ],
    [{ name: 'Acme' }, { agentName: undefined, accountName: 'Acme' }],
    [
      { result: { email: 's@x.test', account: { name: 'Acme' } } },
      { agentName: 's@x.test', agentEmail: 's@x.test', accountName: 'Acme' },
    ],
    [
      { result: null, name: 7 },
      { agentName: undefined, accountName: undefined },
    ],
    [[], { agentName: undefined, accountName: undefined }],
  ])('reads %j', async (answer, report) => {
    expect(await check(answer)).toEqual({ ...report, warnings: [] });
  });

  it('tells a wrong key from a host that is not Chaport', async () => {
    await expect(check(failure('unauthorised', 401))).rejects.toMatchObject({ status: 401 });
    await expect(check(undefined)).rejects.toMatchObject({ reason: 'not-the-platform' });
    await expect(check(failure('not-json', 200))).rejects.toMatchObject({
      reason: 'not-the-platform',
    });
  });

  it.each([
    { error: { message: 'Invalid access token' } },
    { error: 'unauthorized' },
    { errors: ['no'] },
    { success: false },
    { ok: false, message: 'no' },
    { status: 'error', message: 'no' },
    { status: 401, message: 'no' },
    { code: 403 },
  ])('refuses a key when the service says %j with status 200', async (error) => {
    await expect(check(error)).rejects.toMatchObject({ reason: 'wrong-key' });
    await expect(
      check({ result: { name: 'Sam' } }, { [operators]: error, [visitors]: error }),
    ).rejects.toMatchObject({ reason: 'wrong-key' });
  });

  it('takes visitors for proof where no operator is listed, and nothing less', async () => {
    const nobody = { result: [] };
    const visited = { result: [{ id: 'v1' }] };
    expect(await check({ name: 'Acme' }, { [operators]: nobody, [visitors]: visited })).toEqual({
      accountName: 'Acme',
      agentName: undefined,
      warnings: [],
    });
    await expect(
      check({ name: 'Acme' }, { [operators]: nobody, [visitors]: nobody }),
    ).rejects.toMatchObject({ reason: 'wrong-key' });
  });
});
