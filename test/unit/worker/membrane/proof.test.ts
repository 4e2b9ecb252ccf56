import { expect, test } from 'vitest';
import type { PageContext } from '../../../../lib/model/page';
import type { PlatformApi } from '../../../../lib/platforms/contract/api';
import { definitionOf } from '../../../../lib/platforms/registry';
import { comparedWithPage, serverTold, untilProven } from '../../../../lib/worker/membrane/proof';
import { contact } from '../world';

const target = { apiOrigin: 'https://api.desk.example', pageOrigin: 'https://desk.example' };

test.each([
  [{ connectorParameters: { baseUrl: 'https://desk.example/' } }, 'same'],
  [{ input: { url: ' https://API.desk.example/v1 ' } }, 'same'],
  [{ connectorParameters: { baseUrl: 'https://other.example' } }, 'other'],
  [{ connectorParameters: { baseUrl: 'https://desk.example.evil.example' } }, 'other'],
  [{ connectorParameters: { baseUrl: 'https://desk.example:8443' } }, 'other'],
  [{ connectorParameters: { a: 'https://other.example', b: 'https://desk.example' } }, 'same'],
  [{ connectorParameters: { token: 'secret', account: '1' } }, 'untold'],
  [{ connectorParameters: { host: 'desk.example' } }, 'untold'],
  [{ connectorParameters: { url: 42, more: null } }, 'untold'],
  [{}, 'untold'],
] as const)('what was typed, %o, names the server: %s', (typed, told) => {
  expect(toldOn('chatwoot', typed, target)).toBe(told);
});

function toldOn(platform: string, typed: object, where: typeof target) {
  const connection = { connectorParameters: undefined, input: undefined, ...typed };
  return serverTold(connection, where, definitionOf(platform).relay);
}

const onCloud = { apiOrigin: 'https://app.chatwoot.com', pageOrigin: 'https://app.chatwoot.com' };
const chaport = { apiOrigin: 'https://app.chaport.com', pageOrigin: 'https://app.chaport.com' };
const chatra = { apiOrigin: 'https://app.chatra.io', pageOrigin: 'https://app.chatra.io' };
const acme = {
  apiOrigin: 'https://acme.api.kustomerapp.com',
  pageOrigin: 'https://acme.kustomerapp.com',
};
test.each([
  ['chatra', chatra, { apiBase: 'https://app.chatra.io/api' }, 'untold'],
  ['chatra', chatra, { docs: 'https://chatra.io/help' }, 'untold'],
  ['chaport', chaport, { baseUrl: 'https://app.chaport.com' }, 'untold'],
  ['chaport', chaport, { baseUrl: 'https://app.chaport.ru' }, 'untold'],
  ['kustomer', acme, { url: 'https://api.kustomerapp.com' }, 'untold'],
  ['kustomer', acme, { url: 'https://developer.kustomer.com/' }, 'untold'],
  ['kustomer', acme, { webhook: 'https://hooks.example/1' }, 'untold'],
  ['kustomer', acme, { url: 'https://Acme.kustomerapp.com/app' }, 'same'],
  ['kustomer', acme, { url: 'https://acme.api.kustomerapp.com' }, 'same'],
  ['kustomer', acme, { url: 'https://other.kustomerapp.com' }, 'other'],
  ['chatwoot', target, { docs: 'https://www.chatwoot.com/docs' }, 'untold'],
  ['chatwoot', target, { url: 'https://www.chatwoot.com' }, 'untold'],
  ['chatwoot', target, { webhookUrl: 'https://hooks.example/1' }, 'untold'],
  ['chatwoot', target, { url: 'https://app.chatwoot.com' }, 'other'],
  ['chatwoot', onCloud, { url: 'https://app.chatwoot.com/' }, 'same'],
] as const)('%s at %o with %o: the server is %s', (platform, where, typed, told) => {
  expect(toldOn(platform, { connectorParameters: typed }, where)).toBe(told);
});

const page = (more: Partial<PageContext>): PageContext => ({
  platform: 'alpha',
  view: 'person',
  hints: { emails: [], phones: [] },
  composer: 'reply',
  ...more,
});
const id = '5f1e9a0b7c3d4e2f8a6b9c0d';
const ana = { name: 'Ana María', emails: ['Ana@Example.com'], phones: ['+34 600 111 222'] };

test.each([
  ['an id that nobody guesses', page({ contactId: id }), contact('a', id), 'same'],
  ['the same as conversation', page({ conversationId: id }), contact('a', id), 'same'],
  ['a counted number', page({ contactId: '7' }), contact('a', '7'), 'untold'],
  ['twelve digits', page({ contactId: '123456789012' }), contact('a', '123456789012'), 'untold'],
  ['another long id', page({ contactId: id }), contact('a', `${id}0`), 'untold'],
  [
    'an address',
    page({ hints: { emails: ['ana@example.COM'], phones: [] } }),
    contact('a', '7', ana),
    'same',
  ],
  [
    'a number',
    page({ hints: { emails: [], phones: ['0034 600111222', '+34600111222'] } }),
    contact('a', '7', ana),
    'same',
  ],
  [
    'the name',
    page({ hints: { name: ' ana  maría', emails: [], phones: [] } }),
    contact('a', '7', ana),
    'same',
  ],
  [
    'another name and another address',
    page({ hints: { name: 'Bo', emails: ['bo@example.com'], phones: [] } }),
    contact('a', '7', ana),
    'other',
  ],
  [
    'another name alone',
    page({ hints: { name: 'Bo', emails: [], phones: [] } }),
    contact('a', '7', ana),
    'untold',
  ],
  [
    'the name beside another address',
    page({ hints: { name: 'Ana María', emails: ['am@example.com'], phones: [] } }),
    contact('a', '7', ana),
    'untold',
  ],
  [
    'the name beside an address that the contact lacks',
    page({ hints: { name: 'Visitor', emails: ['v@example.com'], phones: [] } }),
    contact('a', '7', { name: 'visitor' }),
    'untold',
  ],
  [
    'the name beside a number that the contact lacks',
    page({ hints: { name: 'Visitor', emails: [], phones: ['+1 555 0100'] } }),
    contact('a', '7', { name: 'visitor' }),
    'untold',
  ],
  [
    'an empty address and numbers without digits',
    page({ hints: { emails: [' '], phones: ['+'] } }),
    contact('a', '7', { name: 'Bo', emails: [''], phones: ['—'] }),
    'untold',
  ],
  ['nothing', page({}), contact('a', '7', ana), 'untold'],
] as const)('%s on the page tells the account: %s', (_name, context, answered, proof) => {
  expect(comparedWithPage(answered, context)).toBe(proof);
});

test('until it is proven every question is refused as unproven, whatever form its port has', async () => {
  const notAsked = async () => Promise.reject(new TypeError('asked'));
  const draft = {
    shortcut: 'hi',
    title: 'Hello',
    body: 'Hello',
    variants: [],
    platforms: [],
    tags: [],
  };
  const api: PlatformApi = {
    check: notAsked,
    identify: notAsked,
    find: notAsked,
    notes: { read: notAsked, write: notAsked },
    contactFields: { read: notAsked, write: notAsked },
    keptReply: (reply) => reply,
  };
  const closed = untilProven(api, {
    answers: () => 0,
    onProven: async () => undefined,
    label: 'Alpha',
  });
  const signal = AbortSignal.timeout(1_000);
  const unproven = { failure: 'relay-unproven' };
  const asRead = { contact: contact('a', '7'), fields: new Map(), raw: undefined };
  await expect(closed.find?.([], signal)).rejects.toMatchObject(unproven);
  await expect(closed.contactFields?.read(contact('a', '7'), signal)).rejects.toMatchObject(
    unproven,
  );
  await expect(
    closed.contactFields?.write(asRead, { field: 'name' }, signal),
  ).rejects.toMatchObject(unproven);
  // What asks nobody is worked out as ever.
  expect(closed.keptReply?.(draft)).toEqual(draft);
});
