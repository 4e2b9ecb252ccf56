import { describe, expect, it } from 'vitest';
import type { PageContext } from '../../../../lib/model/page';
import { toContact } from '../../../../lib/platforms/chaport/contacts';
import { createChaportApi } from '../../../../lib/platforms/chaport/definition';
import { context, failure, scripted, signal, visitor } from './fake';

const uuid = '0b0e7d9a-5f3c-4d21-a8f0-0123456789ab';
const list = '/api/v1/visitors';

async function identify(answers: Record<string, unknown>, overrides: Partial<PageContext>) {
  const { ports, asked } = scripted(answers);
  const answer = await createChaportApi(ports).identify(context(overrides), signal);
  return { answer, asked };
}

describe('identify', () => {
  it('takes the visitor of the address', async () => {
    const answers = { [`${list}/${visitor}`]: { result: { id: visitor, email: 'a@b.test' } } };
    const { answer, asked } = await identify(answers, { contactId: visitor });
    expect(answer).toMatchObject({ kind: 'contact', contact: { id: visitor } });
    expect(asked).toEqual([`${list}/${visitor}`]);
  });

  it('encodes a hostile id', async () => {
    const { asked } = await identify({}, { contactId: '../me?x#y' });
    expect(asked).toEqual([`${list}/..%2Fme%3Fx%23y`]);
  });

  it.each([
    ['404 with JSON', failure('not-found', 404, '{"error":"no"}')],
    ['404 with HTML', failure('not-found', 404, '<h1>no</h1>')],
    ['400', failure('refused', 400, '')],
    ['403', failure('forbidden', 403, '')],
    ['500 for a foreign form of id', failure('server-error', 500)],
    ['null', { result: null }],
    ['a success that holds an error', { error: { message: 'Visitor not found' } }],
  ])('looks for the identifiers on the page after %s', async (_name, failed) => {
    const hints = {
      emails: ['Ana@Shop.test', 'info@shop.test', 'x'],
      phones: ['+46701234567', '070'],
    };
    const { answer } = await identify({ [`${list}/${uuid}`]: failed }, { contactId: uuid, hints });
    expect(answer).toEqual({
      kind: 'look-for',
      identifiers: [
        { kind: 'email', value: 'ana@shop.test' },
        { kind: 'phone', value: '+46701234567' },
      ],
    });
  });

  it.each([
    ['a wrong key', failure('unauthorised', 401)],
    ['a failing server', failure('server-error', 500)],
    ['a rate limit', failure('rate-limited', 429)],
  ])('fails for %s', async (_name, failed) => {
    const answers = { [`${list}/${visitor}`]: failed };
    await expect(identify(answers, { contactId: visitor })).rejects.toBe(failed);
  });

  it('matches the chat on screen against the newest visitors', async () => {
    const answers = {
      [list]: { result: [{ id: 'v1' }, { id: 'v2' }, { id: 'v3' }] },
      [`${list}/v1/chats`]: { error: 'No chats yet' },
      [`${list}/v2/chats`]: {
        result: { id: 9 },
        links: { more: [`${list}/v2/chats/1700000000000`] },
      },
    };
    const { answer, asked } = await identify(answers, {
      contactId: uuid,
      conversationId: '1700000000000',
    });
    expect(answer).toMatchObject({ kind: 'contact', contact: { id: 'v2' } });
    expect(asked).toEqual([`${list}/${uuid}`, list, `${list}/v1/chats`, `${list}/v2/chats`]);
  });

  it('stops after twenty visitors and says so', async () => {
    const result = Array.from({ length: 30 }, (_, index) => ({ id: `v${index}` }));
    const { answer, asked } = await identify({ [list]: { result } }, { conversationId: '5' });
    expect(answer).toMatchObject({
      kind: 'unknown',
      coverage: { state: 'unknown-identity', reason: 'no-identifier', searched: 20 },
    });
    expect(asked).toHaveLength(21);
  });

  it('knows nobody without any id or hint, and asks nothing', async () => {
    const { answer, asked } = await identify({}, {});
    expect(answer).toMatchObject({ kind: 'unknown', coverage: { searched: undefined } });
    expect(asked).toEqual([]);
  });
});

it('tells which of several visitors has a chat by their last and older chats', async () => {
  const [one, two] = ['a'.repeat(24), 'b'.repeat(24)];
  const { ports, asked } = scripted({
    [`${list}/${one}/chats`]: failure('not-found', 404),
    [`${list}/${two}/chats`]: { result: { id: 7 } },
  });
  const visitors = [one, two].map((id) => toContact({ id, email: [], phone: [] }, 'cp', 1));
  const owner = await createChaportApi(ports).ownerOf?.(visitors, '7', signal);
  expect(owner?.id).toBe(two);
  expect(await createChaportApi(ports).ownerOf?.(visitors, '8', signal)).toBeUndefined();
  expect(asked.slice(0, 2)).toEqual([`${list}/${one}/chats`, `${list}/${two}/chats`]);
});
