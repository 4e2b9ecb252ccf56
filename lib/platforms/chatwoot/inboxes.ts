import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { readEach } from '../shared/read-each';
import { accountOf, type ChatwootClient, readPayload } from './calls';
import { chatwootInboxSchema } from './schemas';

/** What the team calls an inbox, and its own address or number. */
export interface InboxWords {
  name?: string | undefined;
  address?: string | undefined;
}

/** As many as one team has; an account may have any number. */
const MOST_INBOXES = 300;
/** How long (ms) the list counts as current. */
const CURRENT_MS = 24 * 3_600_000;
/** How long (ms) an inbox that is not on the list counts as one that the key may not see. */
const HIDDEN_MS = 600_000;
/** What the customer wrote does not wait longer than this (ms) for names. */
const PATIENCE_MS = 4_000;

const storedSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    /** Epoch ms. */
    at: v.number(),
    inboxes: v.array(
      v.object({ id: v.string(), name: v.optional(v.string()), address: v.optional(v.string()) }),
    ),
  }),
);

/**
 * The inboxes of the account by id, as far as the key may see them. Requests the list when one of the
 * `wanted` is not known or the list is a day old, and keeps it across restarts. Failing to read the list
 * is no error: the names are missing then. Throws only the signal's reason.
 */
export async function readInboxes(
  client: ChatwootClient,
  wanted: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, InboxWords>> {
  const stored = v.safeParse(storedSchema, client.deployment.get('inboxes'));
  const known = new Map(stored.success ? stored.output.inboxes.map((each) => [each.id, each]) : []);
  // A clock that is put back makes it no more current.
  const age = stored.success
    ? Math.abs(client.ports.now() - stored.output.at)
    : Number.POSITIVE_INFINITY;
  const isMissing = wanted.some((id) => !known.has(id));
  if (wanted.length === 0 || age < (isMissing ? HIDDEN_MS : CURRENT_MS)) return known;
  const inboxes = await fetchInboxes(client, signal);
  // What was known is used while the list cannot be read, and the list is not requested again at once.
  const kept = inboxes ?? [...known.values()];
  const value = JSON.stringify({ at: client.ports.now(), inboxes: kept });
  await client.deployment.learn('inboxes', value);
  return new Map(kept.map((each) => [each.id, each]));
}

type Inbox = InboxWords & { id: string };

async function fetchInboxes(
  { ports, calls }: ChatwootClient,
  signal: AbortSignal,
): Promise<Inbox[] | undefined> {
  const address = path`/api/v1/accounts/${accountOf(ports)}/inboxes`;
  const either = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    const { rows } = readPayload(await calls.get(address, either));
    return readEach(chatwootInboxSchema, rows.slice(0, MOST_INBOXES)).items.map((raw) => ({
      id: raw.id,
      name: raw.name,
      address: raw.email ?? numberOf(raw.phone_number) ?? raw.bot_name ?? raw.website_url,
    }));
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/** Twilio's numbers for WhatsApp carry the name of the service. */
function numberOf(raw: string | undefined): string | undefined {
  return raw?.replace(/^whatsapp:/i, '');
}
