import { describe, expect, it } from 'vitest';
import { readAllEvents } from '../../../../../lib/platforms/chaport/history/events';
import type { Chat } from '../../../../../lib/platforms/chaport/schemas';
import { contact, failure, scripted, signal, visitor } from '../fake';

const list = `/api/v1/visitors/${visitor}/chats/1763640000000/events`;
const numbered = (count: number, from = 0) =>
  Array.from({ length: count }, (_none, index) => ({ id: `e${from + index}` }));
const chat = (events?: unknown[]): Chat => ({
  ...{ id: '1763640000000', stage: undefined, operators: [] },
  events,
});

async function read(answers: Record<string, unknown>, carried?: unknown[]) {
  const { ports, asked } = scripted(answers);
  const request = { ports, contact: contact(), signal };
  return { ...(await readAllEvents(request, chat(carried))), asked };
}

describe('the events of a chat that may not carry all', () => {
  it('are those of their own list, where that has more', async () => {
    const { events, isWhole } = await read({ [list]: { result: numbered(23) } }, numbered(10, 13));
    expect([events.length, isWhole]).toEqual([23, true]);
  });

  it('are proven where both have as many', async () => {
    const { events, isWhole } = await read({ [list]: { result: numbered(20) } }, numbered(20));
    expect([events.length, isWhole]).toEqual([20, true]);
  });

  it('are not known to be all where the list may be a full page', async () => {
    const { events, isWhole } = await read({ [list]: { result: numbered(50) } });
    expect([events.length, isWhole]).toEqual([50, false]);
  });

  it.each([
    ['an address', `${list}?page=2`],
    ['a number', 2],
  ])('are read page by page, by %s', async (_name, next) => {
    const { events, isWhole, asked } = await read({
      [list]: { result: numbered(50), links: { next } },
      [`${list}?page=2`]: { result: numbered(7, 50), links: { next: null } },
    });
    expect([events.length, isWhole, asked.length]).toEqual([57, true, 2]);
  });

  it.each([
    ['leads back', list],
    ['leaves the service', 'https://evil.example/api/v1/x'],
    ['has an unknown form', { go: { on: true } }],
  ])('end where a link %s, and that is told', async (_name, next) => {
    const { events, isWhole, asked } = await read({
      [list]: { result: numbered(5), links: { next } },
    });
    expect([events.length, isWhole, asked.length]).toEqual([5, false, 1]);
  });

  it.each([
    ['is not there', failure('not-found', 404)],
    ['is refused', failure('forbidden', 403)],
    ['is an error in a success', { success: false }],
    ['is no list', { result: {} }],
    ['has fewer', { result: numbered(3) }],
  ])('are those that the chat carries where the list %s', async (_name, answer) => {
    const { events, isWhole } = await read({ [list]: answer }, numbered(10));
    expect([events.length, isWhole]).toEqual([10, false]);
  });

  it('fail with the platform', async () => {
    await expect(read({ [list]: failure('server-error', 500) })).rejects.toThrow();
  });
});
