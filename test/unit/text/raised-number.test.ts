import { expect, it } from 'vitest';
import { raisedNumber } from '../../../lib/text/raised-number';

it('writes powers and indexes with their signs', () => {
  expect(raisedNumber('-60', true)).toBe('⁻⁶⁰');
  expect(raisedNumber('+2', false)).toBe('₊₂');
});
