import { expect, it } from 'vitest';
import { tagChange } from '../../../../../../components/options/replies/bulk/bulk-actions';

it.each([
  ['', [], []],
  ['vip', ['vip'], []],
  ['vip, -old', ['vip'], ['old']],
  ['vip，- old ,new；－旧', ['vip', 'new'], ['old', '旧']],
  ['follow-up', ['follow-up'], []],
  ['-, －', [], []],
])('“%s” adds %j and removes %j', (text, add, remove) => {
  expect(tagChange(text)).toEqual({ add, remove });
});
