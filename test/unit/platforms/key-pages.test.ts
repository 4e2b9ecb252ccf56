import fc from 'fast-check';
import { expect, test } from 'vitest';
import { definitionOf, definitions } from '../../../lib/platforms/registry';

function keyPageOf(platform: string, fields: Record<string, string>): string | undefined {
  const definition = definitionOf(platform);
  const target = definition.readFields(fields);
  return 'problems' in target ? undefined : definition.keyPage?.(target);
}

test('where the key is found is an address on the helpdesk that the answers lead to', () => {
  const origin = 'https://desk.example/app/accounts/3/dashboard';
  expect(keyPageOf('chatwoot', { origin })).toBe(
    'https://desk.example/app/accounts/3/profile/settings',
  );
  expect(keyPageOf('chatwoot', { origin: 'desk.example' })).toBeUndefined();
  expect(keyPageOf('kustomer', { org: 'acme' })).toBe(
    'https://acme.kustomerapp.com/app/settings/api_keys',
  );
  expect(keyPageOf('chatra', {})).toBe('https://app.chatra.io/settings/preferences#apiKeys');
});

test('law: whatever is entered, that address is on the helpdesk’s own origin', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, account) => {
      for (const definition of definitions) {
        const target = definition.readFields({ origin: text, org: text, region: 'com', account });
        if ('problems' in target) continue;
        const page = definition.keyPage?.(target);
        if (page !== undefined)
          expect(new URL(page).origin).toBe(new URL(target.pageOrigin).origin);
      }
    }),
  );
});
