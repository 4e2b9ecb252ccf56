import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { descriptorSchema } from '../../../../lib/model/descriptor';
import { chaport } from '../../../../lib/platforms/chaport/definition';
import { failure, scripted, signal } from './fake';

const me = '/api/v1/me.json';

describe('form', () => {
  it.each([
    ['com', 'https://app.chaport.com'],
    ['ru', 'https://app.chaport.ru'],
  ])('region %s leads to %s', (region, origin) => {
    expect(chaport.readFields({ region })).toMatchObject({ apiOrigin: origin, pageOrigin: origin });
  });

  it.each(['', 'de', 'constructor', 'https://evil.test'])('refuses region "%s"', (region) => {
    expect(chaport.readFields({ region })).toHaveProperty('problems.region');
  });

  it('is described by plain data', () => {
    expect(v.is(descriptorSchema, chaport.descriptor)).toBe(true);
  });
});

describe('authorise', () => {
  it('sends the token as bearer', () => {
    expect(chaport.authorise({ token: ' abc.DEF-1 ' })).toEqual({
      Authorization: 'Bearer abc.DEF-1',
    });
  });

  it.each([{}, { token: '' }, { token: 'a b' }, { token: 'a\r\nX: y' }, { token: 'ключ' }])(
    'throws for %j',
    (secrets: Record<string, string>) => {
      expect(() => chaport.authorise(secrets)).toThrow(TypeError);
    },
  );
});

describe('check', () => {
  const check = (answer: unknown) =>
    chaport.createApi(scripted({ [me]: answer }).ports).check(signal);

  it.each([
    [{ result: { name: 'Sam', email: 's@x.test' } }, { agentName: 'Sam', accountName: undefined }],
    [{ name: 'Acme' }, { agentName: undefined, accountName: 'Acme' }],
    [
      { result: { email: 's@x.test', account: { name: 'Acme' } } },
      { agentName: 's@x.test', accountName: 'Acme' },
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
