import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { readKustomerCannedResponses } from '../../../../lib/platforms/kustomer/canned-responses';
import { FakeKustomer } from './fakes';

const signal = new AbortController().signal;

function shortcut(name: string, attributes: object, relationships: object = {}) {
  return { type: 'shortcut', id: name, attributes: { name, ...attributes }, relationships };
}

function list(data: unknown[], next: string | null = null) {
  return { data, links: { next } };
}

describe('readShortcuts', () => {
  it('follows the pages, and survives odd rows and missing categories', async () => {
    const kustomer = new FakeKustomer({
      '/v1/shortcuts?page=1&pageSize=100': list(
        [shortcut('a', { draft: { text: 'A' } }), 7, shortcut('b', { draft: null, payload: 3 })],
        '/v1/shortcuts?page=2&pageSize=100',
      ),
      '/v1/shortcuts?page=2&pageSize=100': list([
        shortcut('c', { draft: { text: '[[sn.org.general.hours]]' } }),
        shortcut('d', { draft: { text: 'D' }, deleted: true }),
        shortcut('e', { draft: { text: 'x'.repeat(40_001) } }),
      ]),
    });
    const { replies, dropped, partial } = await readKustomerCannedResponses(
      kustomer.ports(),
      signal,
    );
    expect(replies).toMatchObject([{ title: 'a', body: 'A', tags: [] }]);
    expect(dropped).toEqual([
      'Deskside cannot read one of the shortcuts.',
      '“b” has no text.',
      expect.stringContaining('“c” uses a snippet'),
      '“e” is too long.',
    ]);
    expect(partial).toBeUndefined();
  });

  it('passes on that the key may not read them', async () => {
    const refused = new TransportError('forbidden', { status: 403 });
    const kustomer = new FakeKustomer({ '/v1/shortcuts': refused });
    await expect(readKustomerCannedResponses(kustomer.ports(), signal)).rejects.toBe(refused);
  });
});
