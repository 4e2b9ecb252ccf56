import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { normaliseEmail } from '../../identity/email';
import { isGenericAddress } from '../../identity/email-kinds';
import type { Identifier } from '../../model/contact';
import type { PageContext } from '../../model/page';
import type { ApiPorts, Identification } from '../contract/api';
import { unidentified } from '../shared/unidentified';
import { fetchResource } from './calls';
import { contactOf } from './contacts';
import { mergedCustomer } from './contacts-merge-target';
import { customerSchema, kustomerConversationSchema, kustomerId } from './schemas';

/**
 * Identifies the customer on screen. The customer's id in the address decides; what follows `/event/` may
 * be any item of the timeline and is requested only when Kustomer does not know the customer, or has it as
 * deleted, as may happen after a merge; then whatever merge it lists. An address with a conversation alone leads to
 * the conversation's customer. Ids that are not Kustomer's are never sent. Throws `TransportError`.
 */
export async function identifyCustomer(
  ports: ApiPorts,
  context: PageContext,
  signal: AbortSignal,
): Promise<Identification> {
  const direct = await customerById(ports, context.contactId, signal);
  if (direct !== undefined) return direct;
  const owner = await ownerOfConversation(ports, context.conversationId, signal);
  if (owner !== context.contactId) {
    const indirect = await customerById(ports, owner, signal);
    if (indirect !== undefined) return indirect;
  }
  const mergeTarget = await mergeTargetOf(ports, context.contactId, signal);
  if (mergeTarget !== undefined) return mergeTarget;
  const identifiers = identifiersOnPage(context);
  if (identifiers.length > 0) return { kind: 'look-for', identifiers };
  const wasNamed = context.contactId !== undefined || context.conversationId !== undefined;
  return unidentified(ports.now(), wasNamed ? { state: 'not-found' } : { reason: 'no-identifier' });
}

async function customerById(
  ports: ApiPorts,
  id: string | undefined,
  signal: AbortSignal,
): Promise<Identification | undefined> {
  if (!v.is(kustomerId, id)) return undefined;
  const raw = await fetchResource(ports, path`/v1/customers/${id}`, signal);
  if (raw === undefined) return undefined;
  const now = ports.now();
  const customer = v.safeParse(customerSchema, raw);
  if (customer.success) {
    if (customer.output.attributes.deleted === true) return undefined;
    const contact = contactOf(customer.output, { connection: ports.connection, now });
    return { kind: 'contact', contact, dropped: 0 };
  }
  return unidentified(now, { state: 'unreachable', reason: 'bad-answer', dropped: 1 });
}

/** The page of a customer who was merged away may still be open, or bookmarked. */
async function mergeTargetOf(
  ports: ApiPorts,
  id: string | undefined,
  signal: AbortSignal,
): Promise<Identification | undefined> {
  if (!v.is(kustomerId, id)) return undefined;
  const contact = await mergedCustomer(ports, id, signal);
  return contact && { kind: 'contact', contact, dropped: 0 };
}

async function ownerOfConversation(
  ports: ApiPorts,
  id: string | undefined,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (!v.is(kustomerId, id)) return undefined;
  const raw = await fetchResource(ports, path`/v1/conversations/${id}`, signal);
  const conversation = v.safeParse(kustomerConversationSchema, raw);
  return conversation.success ? conversation.output.relationships?.customer?.data?.id : undefined;
}

/** A single mail address on the page is worth a search when the id in the address is no longer valid. */
function identifiersOnPage(context: PageContext): Identifier[] {
  const [email, ...others] = context.hints.emails.map(normaliseEmail);
  if (context.contactId === undefined || email === undefined || others.length > 0) return [];
  return isGenericAddress(email) ? [] : [{ kind: 'email', value: email }];
}
