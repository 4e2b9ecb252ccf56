import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { isNotFound, TransportError } from '../../http/transport-error';
import type { Contact } from '../../model/contact';
import type { PageContext } from '../../model/page';
import type { Identification } from '../contract/api';
import { emptyContext } from '../shared/page/empty-context';
import { unidentified } from '../shared/unidentified';
import { accountOf, type ChatwootClient } from './calls';
import { isAtLeast } from './compare-versions';
import { mapContact } from './contacts';
import { chatwootContactSchema, chatwootConversationSchema } from './schemas';

/** Who is on screen, and the visitor's language as far as a conversation knows it. */
interface RawPerson {
  contact: unknown;
  language?: string | undefined;
}

/**
 * Identifies the contact of the conversation or contact page on screen. Ids that the server does not
 * know, and pages of another account (their numbers mean someone else here), are `unknown`. Also saves
 * the version that the page names, so that an update of the server is noticed.
 */
export async function identifyContact(
  client: ChatwootClient,
  context: PageContext,
  signal: AbortSignal,
): Promise<Identification> {
  const { ports, deployment } = client;
  const now = ports.now();
  if (context.account !== undefined && context.account !== accountOf(ports))
    return unidentified(now);
  const { version } = context;
  if (version !== undefined && isAtLeast(version, '1.0.0'))
    await deployment.learn('version', version);
  const person = await fetchPerson(client, context, signal);
  if (person === 'not-found') return unidentified(now, { state: 'not-found' });
  if (person === undefined) return unidentified(now);
  const raw = v.safeParse(chatwootContactSchema, person.contact);
  if (!raw.success) return unidentified(now, { reason: 'bad-answer', dropped: 1 });
  const contact = mapContact(ports.connection, raw.output, now, person.language);
  return { kind: 'contact', contact, dropped: 0 };
}

async function fetchPerson(
  client: ChatwootClient,
  context: PageContext,
  signal: AbortSignal,
): Promise<RawPerson | 'not-found' | undefined> {
  try {
    if (isNumber(context.conversationId)) {
      return await byConversation(client, context.conversationId, signal);
    }
    if (isNumber(context.contactId)) return await byContact(client, context.contactId, signal);
    return undefined;
  } catch (error) {
    if (isNotFound(error)) return 'not-found';
    throw error;
  }
}

/** The conversation names its contact in `meta.sender`; reading it marks nothing as read. */
async function byConversation(
  client: ChatwootClient,
  id: string,
  signal: AbortSignal,
): Promise<RawPerson> {
  const address = path`/api/v1/accounts/${accountOf(client.ports)}/conversations/${id}`;
  const read = v.safeParse(chatwootConversationSchema, await client.calls.get(address, signal));
  const extra = read.success ? read.output.additional_attributes : undefined;
  return {
    contact: read.success ? read.output.meta?.sender : undefined,
    language: extra?.conversation_language ?? extra?.browser_language,
  };
}

async function byContact(
  client: ChatwootClient,
  id: string,
  signal: AbortSignal,
): Promise<RawPerson> {
  const address = path`/api/v1/accounts/${accountOf(client.ports)}/contacts/${id}`;
  const query = { include_contact_inboxes: 'false' };
  const answer = v.safeParse(
    v.object({ payload: v.unknown() }),
    await client.calls.get(address, signal, query),
  );
  return { contact: answer.success ? answer.output.payload : undefined };
}

/** Ids are whole numbers; what a page calls an id may be anything for a moment. */
function isNumber(id: string | undefined): id is string {
  return id !== undefined && /^\d{1,18}$/.test(id);
}

/**
 * After a merge Chatwoot destroys one of the two contacts and does not say into which one it was merged;
 * but its conversations move to the one that remains, and each names its contact (README.md#merging). The
 * first that is still there, and that this key may see, tells. Throws `TransportError`.
 */
export async function findChatwootMergeTarget(
  client: ChatwootClient,
  gone: { id: string; conversationIds: readonly string[] },
  signal: AbortSignal,
): Promise<Contact | undefined> {
  for (const conversationId of gone.conversationIds) {
    const owner = await ownerOf(client, conversationId, signal);
    if (owner !== undefined && owner.id !== gone.id) return owner;
  }
  return undefined;
}

async function ownerOf(
  client: ChatwootClient,
  conversationId: string,
  signal: AbortSignal,
): Promise<Contact | undefined> {
  const page = { ...emptyContext(client.ports.connection.platform, 'person'), conversationId };
  try {
    const answer = await identifyContact(client, page, signal);
    return answer.kind === 'contact' ? answer.contact : undefined;
  } catch (error) {
    if (error instanceof TransportError && error.failure === 'forbidden') return undefined;
    throw error;
  }
}
