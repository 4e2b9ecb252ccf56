import * as v from 'valibot';
import { path } from '../../http/encode-path';
import type { EncodedPath } from '../../http/transport';
import { TransportError } from '../../http/transport-error';
import type { ApiPorts } from '../contract/api';
import { envelopeSchema, referenceSchema } from './schemas';

/**
 * Fetches one resource and returns what its envelope holds under `data`; `undefined` when Kustomer
 * does not know it. 404 is the normal answer to a lookup that finds nothing; 400 means that the
 * value cannot be an id, address or number in Kustomer's eyes, so nothing has it, unless it is the
 * key that Kustomer does not take. Throws `TransportError` for every other failure, and `not-json`
 * for an answer without envelope.
 */
export async function fetchResource(
  ports: ApiPorts,
  resource: EncodedPath,
  signal: AbortSignal,
): Promise<unknown> {
  try {
    return dataOf((await ports.transport.send({ method: 'GET', path: resource, signal })).body);
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    if (error.failure === 'not-found') return undefined;
    if (error.failure !== 'refused' || error.status !== 400) throw error;
    await assertKeyIsTaken(ports, signal);
    return undefined;
  }
}

/** Creates a resource and returns its id. Throws `TransportError`, `not-json` for an answer without one. */
export async function createResource(
  { transport }: ApiPorts,
  resource: EncodedPath,
  fields: Record<string, unknown>,
  signal: AbortSignal,
): Promise<string> {
  const { body } = await transport.send({ method: 'POST', path: resource, body: fields, signal });
  const made = v.safeParse(referenceSchema, dataOf(body));
  if (!made.success) throw new TransportError('not-json');
  return made.output.id;
}

/** Whether something else already has what may be there only once, e.g. an `externalId`. */
export function isTaken(error: unknown): boolean {
  return error instanceof TransportError && error.status === 409;
}

/** The description of a key, as Kustomer gives it: every key may ask for its own. */
export const currentTokenPath = path`/v1/auth/tokens/current`;

/**
 * A key of another region is refused with a status that is not documented, perhaps this one. A call
 * that carries no value shows whether the key is to blame: throws `unauthorised` then.
 */
async function assertKeyIsTaken({ transport }: ApiPorts, signal: AbortSignal): Promise<void> {
  try {
    await transport.send({ method: 'GET', path: currentTokenPath, signal });
  } catch (error) {
    if (!(error instanceof TransportError) || error.failure !== 'refused') throw error;
    throw new TransportError('unauthorised', { status: error.status, body: error.body });
  }
}

/** The content of `{data: …}`. Throws `TransportError('not-json')` when the answer is none. */
export function dataOf(body: unknown): unknown {
  const envelope = v.safeParse(envelopeSchema, body);
  if (!envelope.success) throw new TransportError('not-json');
  return envelope.output.data;
}

/** Whether a call was refused because a role or a valid key is missing (Kustomer uses both statuses). */
export function isRefusal(error: unknown): error is TransportError {
  return (
    error instanceof TransportError &&
    (error.failure === 'unauthorised' || error.failure === 'forbidden')
  );
}
