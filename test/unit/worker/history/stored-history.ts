import type { RetentionPorts } from '../../../../lib/worker/history/retention';
import { ref } from '../../refs';
import { contact, message, type TestWorld } from '../world';

export const day = 24 * 60 * 60_000;

/** Settings and an estimate that a test can turn. */
export function retentionPorts(days = 30) {
  const state = { settings: { retentionDays: days }, usage: 0, quota: 1_000_000 };
  const ports: RetentionPorts = {
    readSettings: async () => ({
      ownDomains: [],
      noteScope: 'everywhere',
      retentionRanAt: undefined,
      ...state.settings,
    }),
    changeSettings: async (change) => {
      Object.assign(state.settings, change);
    },
    estimate: async () => ({ usage: state.usage, quota: state.quota }),
  };
  return { state, ports };
}

/** Stores a history of so many messages, last looked at so many days ago (never, when absent). */
export async function shelve(
  world: TestWorld,
  connectionId: string,
  id: string,
  size: number,
  daysAgo: number | undefined,
): Promise<void> {
  const { database } = world;
  const of = contact(connectionId, id, { emailKeys: [`${id}@example.com`] });
  const anchor = ref(`${connectionId}/${id}`);
  const updatedAt = world.now() - (daysAgo ?? 0) * day;
  await database.contacts.put(of);
  await database.sightings.put({
    connectionId,
    address: `contact:${id}`,
    contactId: id,
    hints: '',
  });
  await database.conversations.put({
    connectionId,
    id: `c-${id}`,
    contactId: id,
    status: 'open',
  });
  await database.messages.bulkPut(
    Array.from({ length: size }, (_none, index) => ({
      ...message(of, `${id}-${index}`, 'x'),
      conversationId: `c-${id}`,
      sentAt: index + 1,
    })),
  );
  await database.sources.put({
    anchor,
    connectionId,
    phase: 'settled',
    contactIds: [id],
    updatedAt,
  });
  if (daysAgo !== undefined) await database.views.put({ anchor, viewedAt: updatedAt });
}

/** Ids of the contacts of whom messages are stored. */
export async function shelved(world: TestWorld): Promise<string[]> {
  const messages = await world.database.messages.toArray();
  return [...new Set(messages.map((each) => each.contactId))].sort();
}
