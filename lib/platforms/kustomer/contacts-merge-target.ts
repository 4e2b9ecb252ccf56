import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import type { Contact } from '../../model/contact';
import type { ApiPorts } from '../contract/api';
import { fetchResource, isRefusal } from './calls';
import { contactOf } from './contacts';
import { customerSchema, type KustomerCustomer, kustomerId, mergeSchema } from './schemas';

/** A customer may be merged, and its merge target again; more steps than this are a circle and no chain. */
const MOST_STEPS = 5;

/**
 * The customer into which one that is gone was merged. Kustomer answers for the old id with the
 * target, or knows nothing but lists the merge (`/v1/customers/{id}/merges`); which of the two is
 * not known (README.md#merging), so both are tried. Throws `TransportError`.
 */
export async function findKustomerMergeTarget(
  ports: ApiPorts,
  goneId: string,
  signal: AbortSignal,
): Promise<Contact | undefined> {
  if (!v.is(kustomerId, goneId)) return undefined;
  const raw = await fetchResource(ports, path`/v1/customers/${goneId}`, signal);
  const customer = thereIn(raw);
  if (customer === undefined) return mergedCustomer(ports, goneId, signal);
  if (customer.id === goneId) return undefined;
  return contactOf(customer, { connection: ports.connection, now: ports.now() });
}

/** The same by the listed merges alone, for an id for which Kustomer has nobody. Throws `TransportError`. */
export async function mergedCustomer(
  ports: ApiPorts,
  goneId: string,
  signal: AbortSignal,
): Promise<Contact | undefined> {
  let id: string | undefined = goneId;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    id = await mergedInto(ports, id, signal);
    if (!v.is(kustomerId, id) || id === goneId) return undefined;
    const customer = thereIn(await fetchResource(ports, path`/v1/customers/${id}`, signal));
    if (customer !== undefined)
      return contactOf(customer, { connection: ports.connection, now: ports.now() });
  }
  return undefined;
}

/** The customer of an answer; `undefined` where it has none, or one who was deleted. */
function thereIn(raw: unknown): KustomerCustomer | undefined {
  const customer = v.safeParse(customerSchema, raw);
  return customer.success && customer.output.attributes.deleted !== true
    ? customer.output
    : undefined;
}

/**
 * Throws `TransportError('not-found')` for a customer who is gone: Kustomer does not know the id any longer,
 * has it as deleted, or answers with another customer.
 */
export async function assertIsThere(
  ports: ApiPorts,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  const raw = await fetchResource(ports, path`/v1/customers/${id}`, signal);
  const customer = v.safeParse(customerSchema, raw);
  const isOther =
    customer.success && (customer.output.id !== id || customer.output.attributes.deleted === true);
  if (raw === undefined || isOther) throw new TransportError('not-found', { status: 404 });
}

async function mergedInto(
  ports: ApiPorts,
  id: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const raw = await fetchResource(ports, path`/v1/customers/${id}/merges`, signal).catch(
    undefinedIfRefused,
  );
  const merges = v.safeParse(v.array(v.unknown()), raw);
  if (!merges.success) return undefined;
  return merges.output.map((merge) => targetOf(merge, id)).find((target) => target !== undefined);
}

/** Reading merges takes a right of its own, which few keys have: without it the target stays unknown. */
function undefinedIfRefused(error: unknown): undefined {
  if (!isRefusal(error)) throw error;
}

function targetOf(raw: unknown, source: string): string | undefined {
  const merge = v.safeParse(mergeSchema, raw);
  if (!merge.success) return undefined;
  const { relationships } = merge.output;
  return relationships.source.data.id === source ? relationships.target.data.id : undefined;
}
