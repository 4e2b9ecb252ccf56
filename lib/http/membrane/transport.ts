import type { MembraneRoute } from '../../model/connection';
import { isJsonObject } from '../../model/json-object';
import { TransportError } from '../errors';
import { path, pathBelow } from '../path';
import type { EncodedPath, Transport, TransportRequest } from '../transport';

/** So long (ms) what a helpdesk refused for want of a right is not asked for again. */
const REFUSAL_REST_MS = 30 * 60_000;
const MOST_REFUSALS = 500;

export interface MembraneTransportOptions {
  line: Transport;
  /** Id of the connection in Membrane. */
  connectionId: string;
  route: MembraneRoute;
  /** Of the helpdesk: paths are on it. */
  apiOrigin: string;
  /** Whether the helpdesk's host is its vendor's own: only there is a whole address sent. */
  isVendorHost: boolean;
  now(): number;
}

/**
 * Carries a platform's calls through Membrane, which adds the platform's credentials. A helpdesk's own
 * answers come back as they are; after its 401 Membrane is asked whether the connection still works,
 * and what was refused for want of a right is not repeated: some helpdesks answer 401 to that, and
 * Membrane may take each for a dead key.
 */
export function createMembraneTransport(options: MembraneTransportOptions): Transport {
  const refusals = new Map<string, { error: TransportError; until: number }>();
  const keep = (key: string, error: TransportError): void => {
    if (refusals.size >= MOST_REFUSALS) refusals.clear();
    refusals.set(key, { error, until: options.now() + REFUSAL_REST_MS });
  };
  return {
    async send(request) {
      // Membrane holds the secrets: none can be made up in their place, so it is as if one were refused.
      if (request.withMadeUpSecret === true) throw new TransportError('forbidden');
      const key = JSON.stringify([request.method, request.path, request.query]);
      const known = refusals.get(key);
      if (known !== undefined && known.until > options.now()) throw known.error;
      try {
        return await options.line.send({ ...request, path: membranePath(options, request.path) });
      } catch (error) {
        if (!isRefusedByHelpdesk(error)) throw error;
        if (!(await stillWorks(options, request))) {
          throw new TransportError('relay-reconnect', { isOfRelay: true });
        }
        keep(key, error);
        throw error;
      }
    },
  };
}

function isRefusedByHelpdesk(error: unknown): error is TransportError {
  return error instanceof TransportError && error.failure === 'unauthorised';
}

/** The address below Membrane's base for a path of the helpdesk. Throws `relay-no-way`. */
export function membranePath(
  { connectionId, route, apiOrigin, isVendorHost }: Omit<MembraneTransportOptions, 'line' | 'now'>,
  asked: EncodedPath,
): EncodedPath {
  const proxy = path`/connections/${connectionId}/proxy`;
  if (route.kind === 'prefix' && (asked === route.prefix || asked.startsWith(`${route.prefix}/`))) {
    return pathBelow(proxy, asked.slice(route.prefix.length));
  }
  // The connector adds its credentials to whatever host is named, so none but the vendor's is.
  if (!isVendorHost) throw new TransportError('relay-no-way');
  return pathBelow(proxy, `/${apiOrigin}${asked}`);
}

async function stillWorks(
  { line, connectionId }: MembraneTransportOptions,
  { signal }: TransportRequest,
): Promise<boolean> {
  const asked = path`/connections/${connectionId}`;
  const { body } = await line.send({ method: 'GET', path: asked, signal });
  return isJsonObject(body) && body.state === 'READY' && body.isDefunct !== true;
}
