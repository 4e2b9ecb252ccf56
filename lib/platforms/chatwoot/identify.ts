import * as v from 'valibot';
import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import type { Coverage } from '../../model/coverage';
import type { PageContext } from '../../model/page';
import type { Identification } from '../contract/api';
import { accountOf, type Tools } from './calls';
import { mapContact } from './mapping';
import { contactShape, conversationShape } from './schemas';
import { isAtLeast } from './versions';

/** Who is on screen, and the visitor's language as far as a conversation tells it. */
interface Sighting {
  contact: unknown;
  language?: string | undefined;
}

/**
 * Tells the contact of the conversation or contact page on screen. Ids that the server does not
 * know, and pages of another account (their numbers mean someone else here), are `unknown`. Also
 * notes the version that the page tells, so that an update of the server is noticed.
 */
export async function identify(
  tools: Tools,
  context: PageContext,
  signal: AbortSignal,
): Promise<Identification> {
  const { ports, facts } = tools;
  const now = ports.now();
  if (context.account !== undefined && context.account !== accountOf(ports)) return unknown(now);
  const { version } = context;
  if (version !== undefined && isAtLeast(version, '1.0.0')) await facts.learn('version', version);
  const sighting = await sight(tools, context, signal);
  if (sighting === 'not-found') return unknown(now, { state: 'not-found' });
  if (sighting === undefined) return unknown(now);
  const raw = v.safeParse(contactShape, sighting.contact);
  if (!raw.success) return unknown(now, { reason: 'bad-answer', dropped: 1 });
  const contact = mapContact(ports.connection, raw.output, now, sighting.language);
  return { kind: 'contact', contact, dropped: 0 };
}

async function sight(
  tools: Tools,
  context: PageContext,
  signal: AbortSignal,
): Promise<Sighting | 'not-found' | undefined> {
  try {
    if (isNumber(context.conversationId)) {
      return await byConversation(tools, context.conversationId, signal);
    }
    if (isNumber(context.contactId)) return await byContact(tools, context.contactId, signal);
    return undefined;
  } catch (error) {
    if (error instanceof TransportError && error.failure === 'not-found') return 'not-found';
    throw error;
  }
}

/** The conversation tells its contact in `meta.sender`; asking for it marks nothing as read. */
async function byConversation(tools: Tools, id: string, signal: AbortSignal): Promise<Sighting> {
  const address = path`/api/v1/accounts/${accountOf(tools.ports)}/conversations/${id}`;
  const read = v.safeParse(conversationShape, await tools.calls.get(address, signal));
  const extra = read.success ? read.output.additional_attributes : undefined;
  return {
    contact: read.success ? read.output.meta?.sender : undefined,
    language: extra?.conversation_language ?? extra?.browser_language,
  };
}

async function byContact(tools: Tools, id: string, signal: AbortSignal): Promise<Sighting> {
  const address = path`/api/v1/accounts/${accountOf(tools.ports)}/contacts/${id}`;
  const query = { include_contact_inboxes: 'false' };
  const answer = v.safeParse(
    v.object({ payload: v.unknown() }),
    await tools.calls.get(address, signal, query),
  );
  return { contact: answer.success ? answer.output.payload : undefined };
}

/** Ids are whole numbers; what a page calls an id may be anything for a moment. */
function isNumber(id: string | undefined): id is string {
  return id !== undefined && /^\d{1,18}$/.test(id);
}

function unknown(now: number, detail: Partial<Coverage> = {}): Identification {
  return {
    kind: 'unknown',
    coverage: { state: 'unknown-identity', dropped: 0, checkedAt: now, ...detail },
  };
}
