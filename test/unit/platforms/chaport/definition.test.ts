import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { descriptorSchema } from '../../../../lib/model/descriptor';
import { chaport } from '../../../../lib/platforms/chaport/definition';

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
    expect(v.is(descriptorSchema, chaport.describe())).toBe(true);
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
