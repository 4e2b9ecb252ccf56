import { expect, test } from 'vitest';
import { joinSentences } from '../../../lib/text/join-sentences';

test.each([
  [['It was deleted.', 'Try again.'], 'It was deleted. Try again.'],
  [['已删除。', '请重试。'], '已删除。请重试。'],
  [['正在读取…', '已读取 3 条。'], '正在读取…已读取 3 条。'],
  [['他们说：“好。”', '请重试。'], '他们说：“好。”请重试。'],
  [['已删除。', 'Not found.'], '已删除。Not found.'],
  [['Reading…', '3 of 5.'], 'Reading… 3 of 5.'],
  [[undefined, 'One.', '', undefined, 'Two.'], 'One. Two.'],
  [[], ''],
])('%j are joined as their language does it', (sentences, joined) => {
  expect(joinSentences(...sentences)).toBe(joined);
});
