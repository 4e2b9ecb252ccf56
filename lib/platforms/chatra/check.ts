import type { ApiPorts, ConnectionReport } from '../contract/api';
import { readClient } from './calls';

/** No client has this id, so asking for it tells good keys from wrong ones. */
const unknownClientId = 'deskside-key-check';

/**
 * Tries the keys. There is no "who am I": "no such client" is the answer that proves them. Throws
 * `TransportError`.
 */
export async function checkChatraKeys(
  ports: ApiPorts,
  signal: AbortSignal,
): Promise<ConnectionReport> {
  await readClient(ports, unknownClientId, signal);
  return { warnings: [] };
}
