import { expect, it } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { readKustomerCannedResponses } from '../../../../lib/platforms/kustomer/canned-responses';
import { FakeKustomer, MACHINE } from './fakes';

const signal = new AbortController().signal;

function shortcut(name: string, attributes: object, relationships: object = {}) {
  return { type: 'shortcut', id: name, attributes: { name, ...attributes }, relationships };
}

function list(data: unknown[], next: string | null = null) {
  return { data, links: { next } };
}

it('offers what is restricted to the key’s user or to one of its teams', async () => {
  const only = (key: string, id: string) => ({ [key]: { data: [{ type: 'x', id }] } });
  const shortcuts = list([
    shortcut('mine', { draft: { text: 'A' } }, only('accessUsers', MACHINE)),
    shortcut('ours', { draft: { text: 'B' } }, only('accessTeams', 't1')),
    shortcut('theirs', { draft: { text: 'C' } }, only('accessTeams', 't2')),
  ]);
  const team = (id: string, members: string[]) => ({ type: 'team', id, attributes: { members } });
  const script = {
    '/v1/shortcuts': shortcuts,
    '/v1/users/current': { data: { type: 'user', id: MACHINE, attributes: {} } },
    '/v1/teams': list([team('t1', [MACHINE]), team('t2', []), { id: 't3' }]),
  };
  const names = async (answers: object) => {
    const { replies } = await readKustomerCannedResponses(
      new FakeKustomer({ ...answers }).ports(),
      signal,
    );
    return replies.map(({ title }) => title);
  };
  expect(await names(script)).toEqual(['mine', 'ours']);
  const refused = new TransportError('forbidden', { status: 403 });
  expect(await names({ ...script, '/v1/teams': refused })).toEqual(['mine']);
  expect(await names({ '/v1/shortcuts': shortcuts })).toEqual([]);
});

it('takes no passing failure of what is read beside the list for “there is none”', async () => {
  const restricted = shortcut(
    'ours',
    { draft: { text: 'A' } },
    { accessTeams: { data: [{ type: 'team', id: 't1' }] } },
  );
  const script = {
    '/v1/shortcuts': list([restricted]),
    '/v1/users/current': { data: { type: 'user', id: MACHINE, attributes: {} } },
    '/v1/teams': list([{ type: 'team', id: 't1', attributes: { members: [MACHINE] } }]),
    '/v1/shortcuts/categories': list([]),
  };
  for (const failure of ['server-error', 'timeout', 'rate-limited', 'offline'] as const) {
    for (const place of ['/v1/users/current', '/v1/teams', '/v1/shortcuts/categories']) {
      const error = new TransportError(failure);
      const kustomer = new FakeKustomer({ ...script, [place]: error });
      await expect(readKustomerCannedResponses(kustomer.ports(), signal)).rejects.toBe(error);
    }
  }
  for (const failure of ['unauthorised', 'forbidden', 'not-found'] as const) {
    const kustomer = new FakeKustomer({
      ...script,
      '/v1/shortcuts/categories': new TransportError(failure),
    });
    const { replies } = await readKustomerCannedResponses(kustomer.ports(), signal);
    expect(replies).toMatchObject([{ title: 'ours', tags: [] }]);
  }
});
