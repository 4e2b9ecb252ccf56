import { describe, expect, it } from 'vitest';
import { chaport } from '../../../../lib/platforms/chaport/definition';
import { failure, scripted, signal } from './fake';

const me = '/api/v1/me.json';

describe('check', () => {
  const check = (answer: unknown) =>
    chaport.createApi(scripted({ [me]: answer }).ports).check(signal);

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
});
