import type { TransportError } from '../../http/transport-error';
import { isJsonObject } from '../../model/json-object';

/**
 * The answer to a refused call, where it is an object in JSON. Its keys tell kinds of refusal
 * apart; its sentences never do, because servers translate and reword them.
 */
export function errorBody(error: TransportError): Record<string, unknown> | undefined {
  try {
    const body: unknown = JSON.parse(error.body ?? '');
    return isJsonObject(body) ? body : undefined;
  } catch {
    return undefined;
  }
}
