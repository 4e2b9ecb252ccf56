import { expect, test } from 'vitest';
import type { Conversation } from '../../../../lib/model/history';
import { saveNewest } from '../../../../lib/worker/history/save-parts';
import { contact, TestWorld } from '../world';

test('a rating that is not read each time stays, and a new one replaces it', async () => {
  const world = new TestWorld();
  const ana = contact('alpha', '1');
  const keep = async (given: Partial<Conversation>) => {
    const conversation: Conversation = {
      connectionId: 'alpha',
      id: 'c1',
      contactId: '1',
      status: 'resolved',
      ...given,
    };
    const coverage = { state: 'complete', dropped: 0, checkedAt: world.clock } as const;
    const part = { conversations: [conversation], messages: [], coverage };
    const fetchState = { before: undefined, startedAt: world.clock, isLast: true };
    await saveNewest(world, ana, part, fetchState);
    return world.database.conversations.get(['alpha', 'c1']);
  };
  await keep({ satisfaction: '4 of 5' });
  expect(await keep({ status: 'open' })).toMatchObject({ status: 'open', satisfaction: '4 of 5' });
  expect(await keep({ satisfaction: '2 of 5' })).toMatchObject({ satisfaction: '2 of 5' });
});
