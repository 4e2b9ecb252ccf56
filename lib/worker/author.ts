import { type ContactRef, parseContactRef } from '../model/ids';
import type { WorkerPorts } from './ports';

/**
 * The name that signs what is written beside the contact `anchor` (a `contactRef`): the agent's on
 * that account, where its key is somebody's own; else the one from the settings; else the agent's on
 * another account, as it is the same human.
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
