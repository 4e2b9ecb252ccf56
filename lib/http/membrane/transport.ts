import type { MembraneRoute } from '../../model/connection';
import { isJsonObject } from '../../model/json-object';
import { TransportError } from '../errors';
import { path, pathBelow } from '../path';
import type { EncodedPath, Transport, TransportRequest } from '../transport';
import type { Refusals } from './refusals';

export interface MembraneTransportOptions {
  line: Transport;
  /** Id of the connection in Membrane. */
  connectionId: string;
  route: MembraneRoute;
  /** Of the helpdesk: paths are on it. */
  apiOrigin: string;
  /** Whether the helpdesk's host is its vendor's own: only there is a whole address sent. */
  isVendorHost: boolean;
  /** Shared by all transports, so that a new one does not ask again. */
  refusals: Refusals;
}

/**
 * Carries a platform's calls through Membrane, which adds the platform's credentials. A helpdesk's own
 * answers come back as they are; after its 401 Membrane is asked whether the connection still works,
 * and what was refused for want of a right is not repeated.
 */
export function createMembraneTransport(options: MembraneTransportOptions): Transport {
  const { refusals } = options;
  return {
    async send(request) {
      // Membrane holds the secrets: none can be made up in their place, so it is as if one were refused.
      if (request.withMadeUpSecret === true) throw new TransportError('forbidden');
      const known = refusals.find(options, request);
      if (known !== undefined) throw known;
      try {
        return await options.line.send({ ...request, path: membranePath(options, request.path) });
      } catch (error) {
        if (!isRefusedByHelpdesk(error)) throw error;
        if (!(await stillWorks(options, request))) {
          throw new TransportError('relay-reconnect', { isOfRelay: true });
        }
        refusals.keep(options, request, error);
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
  {
    connectionId,
    route,
    apiOrigin,
    isVendorHost,
  }: Omit<MembraneTransportOptions, 'line' | 'refusals'>,
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
