import { expect, test } from 'vitest';
import type { MembraneAction } from '../../../../lib/http/membrane/schemas';
import { definitionOf } from '../../../../lib/platforms/registry';
import { prefixesToldBy } from '../../../../lib/worker/membrane/action-requests';

const action = (path: unknown): MembraneAction => ({
  id: 'a',
  name: 'x',
  config: { request: { path } },
});

test.each([
  ['chatra', '/clients/{clientId}', ['/api']],
  ['chatra', 'clients/{clientId}', ['/api']],
  ['chatra', '/api/clients/{{input.clientId}}', ['']],
  ['chatra', { $concat: ['/clients/', { $var: '$.input.id' }] }, ['/api']],
  ['chatra', '/clients/:id', ['/api']],
  ['chatra', '/clientsX/{id}', []],
  ['chatra', 'https://app.chatra.io/api/clients/{id}', []],
  ['chatra', { $template: 'x' }, []],
  ['chatra', { $template: '/clients/{{$.input.id}}' }, ['/api']],
  ['chatra', { $concat: ['/', 'clients/', { $var: '$.input.id' }] }, ['/api']],
  ['chatra', { $concat: ['/api', '/clients', '/', { $var: '$.input.id' }, '/notes'] }, ['']],
  ['chatra', { $concat: ['/cli', { $var: '$.input.id' }, 'ents/'] }, []],
  ['chatra', { $concat: [] }, []],
  ['chatra', 42, []],
  ['chatra', undefined, []],
  ['chaport', '/visitors', ['/api/v1']],
  ['chaport', '/v1/visitors/{id}', ['/api']],
  ['chaport', '/visitors?limit=10', ['/api/v1']],
  ['kustomer', '/customers/{id}', ['/v1']],
  ['chatwoot', '/contacts/{id}', ['/api/v1/accounts/1']],
  ['chatwoot', '/accounts/{accountId}/contacts', []],
] as const)('%s: the request %o tells the prefixes %o', (platform, path, prefixes) => {
  expect(prefixesToldBy([action(path)], definitionOf(platform).relay, '1')).toEqual(prefixes);
});

test('of requests that contradict each other the most count first', () => {
  const { relay } = definitionOf('chatra');
  const paths = ['/api/clients/{id}', '/clients/{id}', '/messages/{id}'];
  expect(prefixesToldBy(paths.map(action), relay, undefined)).toEqual(['/api', '']);
});
