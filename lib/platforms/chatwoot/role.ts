import * as v from 'valibot';
import { readEach } from '../shared/read-each';
import { roleWarnings } from './accounts';
import { type ChatwootClient, profilePath } from './calls';
import { chatwootAccountSchema, chatwootProfileSchema } from './schemas';

/** How long (ms) a role counts as current: an administrator may give another one at any time. */
const CURRENT_MS = 24 * 3_600_000;
/** How long (ms) until a role that could not be read is requested again. */
const RETRY_MS = 600_000;
/** What the customer wrote does not wait longer than this (ms) for the role. */
const PATIENCE_MS = 4_000;

/**
 * Reads the role of the key's owner again when that was done a day ago, and stores whether it shows only a
 * part of the account. Failing to read it is no error: what was known stays. Throws only the signal's reason.
 */
export async function keepRoleCurrent(client: ChatwootClient, signal: AbortSignal): Promise<void> {
  const { deployment, ports } = client;
  const now = ports.now();
  if (now - Number(deployment.get('roleReadAt')) < CURRENT_MS) return;
  const isRestricted = await readRestriction(client, signal);
  if (isRestricted !== undefined) await ports.learnRestricted?.(isRestricted);
  const readAt = isRestricted === undefined ? now - CURRENT_MS + RETRY_MS : now;
  await deployment.learn('roleReadAt', String(readAt));
}

async function readRestriction(
  { ports, calls }: ChatwootClient,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  const either = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    const { accounts } = v.parse(chatwootProfileSchema, await calls.get(profilePath, either));
    const { items } = readEach(chatwootAccountSchema, accounts);
    const own = items.find(({ id }) => id === ports.connection.account);
    return own && roleWarnings(own).length > 0;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
