import * as v from 'valibot';
import { TransportError } from '../../http/errors';
import type { EncodedPath } from '../../http/transport';
import type { ApiPorts } from '../contract/api';
import { isOfOtherRegion } from './refused-key';
import { envelopeSchema } from './schemas';

/**
 * Fetches one resource and returns what its envelope holds under `data`; `undefined` when Kustomer
 * does not know it. 404 is the normal answer to a lookup that finds nothing; 400 means that the
 * value cannot be an id, address or number in Kustomer's eyes, so nothing has it. Throws
 * `TransportError` for every other failure, and `not-json` for an answer without envelope.
 */
export async function fetchResource(
  ports: ApiPorts,
  path: EncodedPath,
  signal: AbortSignal,
): Promise<unknown> {
  try {
    return dataOf((await ports.transport.send({ method: 'GET', path, signal })).body);
  } catch (error) {
    if (error instanceof TransportError && isUnknown(error)) return undefined;
    throw error;
  }
}

/** The content of `{data: …}`. Throws `TransportError('not-json')` when the answer is none. */
export function dataOf(body: unknown): unknown {
  const envelope = v.safeParse(envelopeSchema, body);
  if (!envelope.success) throw new TransportError('not-json');
  return envelope.output.data;
}

/** Whether a call was refused for want of a role or a valid key (Kustomer uses both statuses). */
export function isRefusal(error: unknown): error is TransportError {
  return (
    error instanceof TransportError &&
    (error.failure === 'unauthorised' || error.failure === 'forbidden')
  );
}

function isUnknown(error: TransportError): boolean {
  if (error.failure === 'not-found') return true;
  return error.failure === 'refused' && error.status === 400 && !isOfOtherRegion(error);
}
