import { afterEach, expect, test } from 'vitest';
import { languageFiles } from '../../../lib/language/build/catalogs';
import { activateLanguage } from '../../../lib/language/load-language';
import { formatList } from '../../../lib/text/format-list';
import { joinRemarks, labelled, withAside } from '../../../lib/text/join-words';

afterEach(() => activateLanguage('en', {}));

test('in English with half-width signs', () => {
  expect(labelled('Chatwoot', 'Complete')).toBe('Chatwoot: Complete');
  expect(joinRemarks('Orders', '5 min ago', 'not read again')).toBe(
    'Orders, 5 min ago, not read again',
  );
  expect(withAside('Chatwoot', 'Support')).toBe('Chatwoot (Support)');
  expect(joinRemarks()).toBe('');
});

test('in Chinese with full-width signs, and lists without a word that touches the names', async () => {
  const files = await languageFiles();
  const chinese = files.find(({ relativeDest }) => relativeDest === 'language/zh-CN.json');
  activateLanguage('zh-CN', JSON.parse(String(chinese?.contents)));
  expect(labelled('Chatwoot', '完整')).toBe('Chatwoot：完整');
  expect(joinRemarks('订单', '5 分钟前', '此后未能重新读取')).toBe(
    '订单，5 分钟前，此后未能重新读取',
  );
  expect(withAside('Chatwoot', '售后')).toBe('Chatwoot（售后）');
  expect(formatList(['Chatwoot', 'Chatra', 'Kustomer'])).toBe('Chatwoot、Chatra、Kustomer');
});
