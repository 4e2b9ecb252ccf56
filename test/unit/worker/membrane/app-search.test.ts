import { expect, test } from 'vitest';
import { MembraneApi } from '../../../../lib/http/membrane/api';
import type { MembraneConnection } from '../../../../lib/http/membrane/schemas';
import type { TransportRequest } from '../../../../lib/http/transport';
import { TransportError } from '../../../../lib/http/transport-error';
import { AppSearch } from '../../../../lib/worker/membrane/app-search';

/** A Membrane whose search finds these elements, whatever is searched for. */
function membrane(elements: unknown[] | TransportError) {
  const asked: TransportRequest[] = [];
  const api = new MembraneApi({
    async send(request) {
      asked.push(request);
      if (elements instanceof TransportError) throw elements;
      return { status: 200, body: { items: elements } };
    },
  });
  return { api, asked };
}

const platforms = ['chatwoot', 'chatra'];
const untold: MembraneConnection = {
  id: 'con1',
  name: 'My support',
  connectorId: 'C1',
  errors: [],
};

test('connectors and applications of exactly this key or name are found, once, whatever their rank', async () => {
  const { api, asked } = membrane([
    { element: { id: 'c0', key: 'chatrace', name: 'Chatrace' } },
    { element: { id: 'C1', key: 'chatra-v2', name: 'Chatra' } },
    { element: { id: 'c2', key: 'chatwoot' } },
    { element: { key: 'chatwoot', name: 'without an id' } },
    'nonsense',
    {},
  ]);
  const search = new AppSearch(platforms);
  const found = await search.platformsOf(api, [untold]);
  expect([...found]).toEqual([
    ['chatwoot', 'chatwoot'],
    ['chatra', 'chatra'],
    ['c2', 'chatwoot'],
    ['c1', 'chatra'],
  ]);
  expect(asked.map(({ query }) => query)).toEqual(
    platforms.flatMap((q) =>
      ['connector', 'app'].map((elementType) => ({ q, elementType, limit: 100 })),
    ),
  );
  await search.platformsOf(api, [untold]);
  expect(asked).toHaveLength(4);
});

test.each([
  ['has a key', { integration: { key: 'zendesk' } }],
  ['has a platform’s own name for an id', { externalAppId: 'chatra' }],
  ['has no ids', { connectorId: undefined }],
])('nothing is searched for one that %s', async (_name, more) => {
  const { api, asked } = membrane([]);
  const found = await new AppSearch(platforms).platformsOf(api, [{ ...untold, ...more }]);
  expect([...found.keys()]).toEqual(platforms);
  expect(asked).toEqual([]);
});

test('a search that fails is no error, and is not repeated at once', async () => {
  const { api, asked } = membrane(new TransportError('relay-gone', { isOfRelay: true }));
  const search = new AppSearch(platforms);
  for (let look = 0; look < 3; look += 1) {
    expect([...(await search.platformsOf(api, [untold])).keys()]).toEqual(platforms);
  }
  expect(asked).toHaveLength(4);
});
