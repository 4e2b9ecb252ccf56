import { type ContactRef, parseContactRef } from '../model/ids';
import type { WorkerPorts } from './ports';

/**
 * The name that signs what is written beside the contact `anchor` (a `contactRef`): the agent's on that
 * account, where the key belongs to one person; otherwise the one from the settings; otherwise the agent's on
 * another account, because it is the same person.
 */
export async function authorAt(
  { database }: WorkerPorts,
  anchor: ContactRef,
  ownName: string | undefined,
): Promise<string | undefined> {
  const connections = await database.connections.toArray();
  const { connectionId } = parseContactRef(anchor);
  const here = connections.find(({ id }) => id === connectionId);
  const [elsewhere] = connections.flatMap(({ agentName }) => agentName ?? []);
  return here?.agentName ?? ownName ?? elsewhere;
}
