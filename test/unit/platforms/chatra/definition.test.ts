import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { descriptorSchema } from '../../../../lib/model/descriptor';
import { chatra } from '../../../../lib/platforms/chatra/definition';

describe('definition', () => {
  it('is described by plain data and leads to the one host', () => {
    expect(v.is(descriptorSchema, chatra.describe())).toBe(true);
    expect(chatra.readFields({})).toEqual({
      apiOrigin: 'https://app.chatra.io',
      pageOrigin: 'https://app.chatra.io',
      label: 'Chatra',
    });
  });

  it('joins the keys with a colon', () => {
    expect(chatra.authorise({ publicKey: ' Pub1 ', secretKey: 'Sec/2' })).toEqual({
      Authorization: 'Chatra.Simple Pub1:Sec/2',
    });
  });

  it.each([
    {},
    { publicKey: 'a' },
    { publicKey: 'a', secretKey: '' },
    { publicKey: 'a:b', secretKey: 'c' },
    { publicKey: 'a', secretKey: 'c\nX: y' },
    { publicKey: 'a', secretKey: 'ü' },
  ])('refuses %j', (secrets: Record<string, string>) => {
    expect(() => chatra.authorise(secrets)).toThrow(TypeError);
  });
});
