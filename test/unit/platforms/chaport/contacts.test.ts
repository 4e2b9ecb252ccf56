import * as v from 'valibot';
import { expect, test } from 'vitest';
import { toContact } from '../../../../lib/platforms/chaport/contacts';
import { visitorSchema } from '../../../../lib/platforms/chaport/schemas';

function mapped(visitor: object) {
  return toContact(v.parse(visitorSchema, { id: 'v1', ...visitor }), 'chaport-1', 0);
}

test('custom fields become attributes', () => {
  const { attributes } = mapped({ custom: { order_number: 17, plan: 'gold', empty: '' } });
  expect(attributes).toEqual([
    { label: 'Order number', value: '17' },
    { label: 'Plan', value: 'gold' },
  ]);
});

test.each([
  [{ location: { country: 'se' } }, 'SE'],
  [{ geo: { country: 'Sweden', countryCode: 'SE' } }, 'SE'],
  [{ country: 'AT' }, 'AT'],
  [{ location: { country: 'Sweden' } }, undefined],
  [{ location: 'SE' }, undefined],
  [{ custom: 'text' }, undefined],
])('the country of %j is %s', (visitor, region) => {
  expect(mapped(visitor).region).toBe(region);
});
