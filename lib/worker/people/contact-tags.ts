import type { TagsAnswer } from '../../messaging/people-commands';
import type { ContactKey } from '../../model/ids';
import { coverageOfFailure } from '../failure-coverage';
import type { WorkerPorts } from '../ports';

/** The person looking at the details does not wait longer than this (ms). */
const TAGS_TIMEOUT_MS = 20_000;

/**
 * The tags of each contact, asked for only when somebody wants to see them. Contacts of platforms
 * without tags are left out; what could not be read says why.
 */
export async function readTags(
  ports: WorkerPorts,
  keys: readonly ContactKey[],
): Promise<TagsAnswer> {
  const entries = await Promise.all(keys.map((key) => tagsOf(ports, key)));
  return entries.filter((entry) => entry !== undefined);
}

async function tagsOf(
  ports: WorkerPorts,
  { connectionId, id }: ContactKey,
): Promise<TagsAnswer[number] | undefined> {
  const [connection, contact] = await Promise.all([
    ports.database.connections.get(connectionId),
    ports.database.contacts.get([connectionId, id]),
  ]);
  if (connection === undefined || contact === undefined) return undefined;
  const api = ports.apiOf(connection);
  if (api.tagsOf === undefined) return undefined;
  const { platform } = connection;
  try {
    const { tags, missingRight } = await api.tagsOf(contact, AbortSignal.timeout(TAGS_TIMEOUT_MS));
    if (missingRight === undefined) return { platform, tags };
    const base = { dropped: 0, checkedAt: ports.now() };
    const problem = { ...base, state: 'unauthorised', reason: 'missing-right' } as const;
    return { platform, tags, problem: { ...problem, right: missingRight } };
  } catch (error) {
    return { platform, tags: [], problem: coverageOfFailure(error, ports.now()) };
  }
}
