import { expect, test } from 'vitest';
import { definitions } from '../../../lib/platforms/registry';

const uuid = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
const hex = '66a0000000000000000000d1';

test.each([
  ['chatwoot', '/app/accounts/3/conversations/12', { account: '3', conversationId: '12' }],
  ['chatwoot', '/app/accounts/3/contacts/41', { account: '3', contactId: '41' }],
  ['chatwoot', '/app/accounts/3/settings', undefined],
  ['kustomer', `/app/customers/${hex}`, { contactId: hex }],
  ['kustomer', `/app/conversations/${hex}`, { conversationId: hex }],
  ['kustomer', '/app/search/1', undefined],
  ['chaport', `/#/chats/${uuid}/17`, { contactId: uuid, conversationId: '17' }],
  ['chaport', '/#/settings', undefined],
  ['chatra', '/conversations/2222222222222222a', { conversationId: '2222222222222222a' }],
  ['chatra', '/conversations/all', undefined],
])('%s: a pasted %s', (platform, address, expected) => {
  const { readAddress } = definitions.find(({ name }) => name === platform) ?? {};
  const found = readAddress?.(new URL(address, 'https://desk.example.com'));
  expect(found).toEqual(expected);
});
