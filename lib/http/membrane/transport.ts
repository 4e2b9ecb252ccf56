import * as v from 'valibot';
import type { MembraneRoute } from '../../model/connection';
import { failureOf } from '../direct';
import { path, pathBelow } from '../encode-path';
import type { EncodedPath, Transport, TransportRequest } from '../transport';
import { TransportError } from '../transport-error';
import type { Refusals } from './refusals';
import { membraneConnectionSchema } from './schemas';
import { situationOf } from './situation';

export interface MembraneTransportOptions {
  line: Transport;
  /** Id of the connection in Membrane. */
  connectionId: string;
  route: MembraneRoute;
  /** The helpdesk's origin, to which the paths belong. */
  apiOrigin: string;
  /** Whether the helpdesk's host is its vendor's own: only there is a whole address sent. */
  isVendorHost: boolean;
  /** Whether the helpdesk itself never refuses with a page. */
  refusesInJson?: boolean | undefined;
  /** Shared by all transports, so that a new one does not ask again. */
  refusals: Refusals;
}

/**
 * Carries a platform's calls through Membrane, which adds the platform's credentials. A helpdesk's own
 * answers come back as they are; after its 401, and after a page in place of a refusal, Membrane is
 * asked whether the connection still works, and what was refused for lack of a right is not repeated.
 * Other pages are the helpdesk's only where it may have such, and where nothing before Membrane gave them.
 */
export function createMembraneTransport(options: MembraneTransportOptions): Transport {
  const { refusals } = options;
  return {
    async send(request) {
      // Membrane has the secrets: none can be made up in their place, so it is as if one were refused.
      if (request.withMadeUpSecret === true) throw new TransportError('forbidden');
      const known = await refusals.find(options, request);
      if (known !== undefined) throw known;
      try {
        return await options.line.send({ ...request, path: membranePath(options, request.path) });
      } catch (error) {
        throw await reasonOf(options, request, error);
      }
    },
  };
}

/** Why a call failed. Where it is not certain who refused, Membrane is asked first. */
async function reasonOf(
  options: MembraneTransportOptions,
  request: TransportRequest,
  error: unknown,
): Promise<unknown> {
  const refusal = pageAsRefusal(error) ?? error;
  const isHelpdesks = isRefusedByHelpdesk(refusal);
  if (refusal === error && !isHelpdesks) return error;
  if (!(await stillWorks(options, request))) {
    return new TransportError('relay-reconnect', { isOfRelay: true });
  }
  if (isHelpdesks) {
    await options.refusals.keep(options, request, refusal);
    return refusal;
  }
  await assertBehindMembrane(options, request);
  return options.refusesInJson === true ? new TransportError('server-error') : refusal;
}

/** No connection has this id, so that what is asked through it only Membrane can refuse. */
const NO_CONNECTION = 'deskside-none';

/**
 * Throws what something before Membrane answers when the same is asked through a connection that does not
 * exist; Membrane itself refuses that in its own words.
 */
async function assertBehindMembrane(
  options: MembraneTransportOptions,
  { path: asked, query = {}, signal }: TransportRequest,
): Promise<void> {
  const to = membranePath({ ...options, connectionId: NO_CONNECTION }, asked);
  try {
    await options.line.send({ method: 'GET', path: to, query, signal });
  } catch (error) {
    const failure = error instanceof TransportError ? error.failure : undefined;
    if (failure === 'server-error') throw new TransportError(failure, { isOfRelay: true });
    if (failure !== 'relay-gone' && failure !== 'refused') throw error;
  }
}

/**
 * What a page with a 4xx status means where a helpdesk refused with it; `undefined` for everything
 * else. Only Membrane knows who gave it: where Membrane itself works, it was the helpdesk.
 */
function pageAsRefusal(error: unknown): TransportError | undefined {
  if (!(error instanceof TransportError) || error.failure !== 'server-error') return undefined;
  const { isOfRelay, status = 0 } = error;
  const isRefusal = isOfRelay && status >= 400 && status < 500;
  return isRefusal ? new TransportError(failureOf(status), { status }) : undefined;
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
  if (mayClimb(asked)) throw new TransportError('relay-no-way');
  const proxy = path`/connections/${connectionId}/proxy`;
  if (route.kind === 'prefix' && (asked === route.prefix || asked.startsWith(`${route.prefix}/`))) {
    return pathBelow(proxy, asked.slice(route.prefix.length));
  }
  // The connector adds its credentials whatever host is named, so only the vendor's ever is.
  if (!isVendorHost) throw new TransportError('relay-no-way');
  return pathBelow(proxy, `/${apiOrigin}${asked}`);
}

/**
 * Whether a path leads elsewhere once its slashes are decoded on the way, which cannot be ruled out: then
 * another record would come in place of the one that is named.
 */
function mayClimb(asked: EncodedPath): boolean {
  return asked
    .replace(/%(?:2f|5c)/gi, '/')
    .split('/')
    .some((part) => /^(?:\.|%2e){1,2}$/i.test(part));
}

async function stillWorks(
  { line, connectionId }: MembraneTransportOptions,
  { signal }: TransportRequest,
): Promise<boolean> {
  const asked = path`/connections/${connectionId}`;
  const { body } = await line.send({ method: 'GET', path: asked, signal });
  const read = v.safeParse(membraneConnectionSchema, body);
  return read.success && situationOf(read.output) === 'ready';
}
