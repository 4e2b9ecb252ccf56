import { expect, test } from 'vitest';
import { hanSalutationRanges } from '../../../lib/answers/han-salutation-ranges';
import { fold } from '../../../lib/text/fold';

test.each([
  ['李华您好，您的订单已发货', ['李华']],
  ['您好，李华，您的订单已发货', ['李华']],
  ['亲爱的安娜，请稍等', ['安娜']],
  ['尊敬的欧阳娜娜：请稍等', ['欧阳娜娜']],
  ['谢谢李华！抱歉，小明，请稍等', ['小明', '李华']],
  ['您好安娜，已经退款了', ['安娜']],
  ['张伟，您的包裹到了', ['张伟']],
  ['包裹到了，张伟。', ['张伟']],
  ['好的王姐，马上处理', ['王姐']],
  ['您好，玛丽亚·冈萨雷斯，已经退款了', ['玛丽亚·冈萨雷斯']],
  ['您好，请稍等。大家好，谢谢您！马上，我们查看一下。亲爱的客户，您好', []],
  ['快递公司正在查找，如果周四还没有消息，我们会重新寄一份。', []],
  ['方便的话，请发照片。高兴为您服务。', []],
])('%s', (text, names) => {
  const folded = fold(text);
  const found = hanSalutationRanges(folded).map(({ start, end }) => folded.slice(start, end));
  expect([...new Set(found)].sort()).toEqual([...names].sort());
});
