import type { MembraneApi } from '../../http/membrane/api';
import type { MembraneAction } from '../../http/membrane/schemas';
import { membranePath } from '../../http/membrane/transport';
import type { EncodedPath, Transport } from '../../http/transport';
import { TransportError } from '../../http/transport-error';
import type { Connection, MembraneRoute } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { RelayProfile } from '../../platforms/contract/definition';
import { actionWithKey, prefixesToldBy } from './action-requests';

export interface RouteSearch {
  api: MembraneApi;
  line: Transport;
  profile: RelayProfile;
  /** Id of the connection in Membrane. */
  connectionId: string;
  target: Pick<Connection, 'apiOrigin' | 'account'>;
  /** Contacts of this account that are known from before, to try with them. */
  contacts: readonly Contact[];
}

/**
 * How the platform's paths are to be asked for through a connection: what its connector's base holds
 * already is said by the request of a prepared action, and proven by a read; else whole addresses, on
 * the vendor's own hosts only; else the prepared actions that are allowed. `undefined` where nothing
 * leads there. Throws `TransportError` where Membrane or the platform cannot be asked, and
 * `relay-reconnect` where the platform was reached and takes no credentials of this connection.
 */
export async function findMembraneRoute(
  search: RouteSearch,
  signal: AbortSignal,
): Promise<MembraneRoute | undefined> {
  const { api, profile, connectionId, target } = search;
  const { items: actions } = await api.actions(connectionId, signal);
  const told = prefixesToldBy(actions, profile, target.account);
  const isProvable = probePaths(search, '').length > 0;
  const [first] = told;
  if (first !== undefined && !isProvable) return { kind: 'prefix', prefix: first };
  const failures = new Set<Outcome>();
  if (isProvable) {
    const prefixes = [...new Set([...told, ...profile.prefixes(target.account)])];
    for (const prefix of prefixes) {
      const outcome = await tryRoute(search, { kind: 'prefix', prefix }, signal);
      if (outcome === 'proven') return { kind: 'prefix', prefix };
      failures.add(outcome);
    }
  }
  if (isVendors(search)) {
    const outcome = await tryRoute(search, { kind: 'absolute' }, signal);
    if (outcome === 'proven') return { kind: 'absolute' };
    failures.add(outcome);
  }
  if (failures.has('refused')) throw new TransportError('relay-reconnect', { isOfRelay: true });
  if (hasActions(actions, profile)) return { kind: 'actions' };
  // While a platform has trouble, nobody can tell whether a route leads to it.
  const trouble = [...failures].find((outcome) => outcome instanceof TransportError);
  if (trouble !== undefined) throw trouble;
  return undefined;
}

function isVendors({ profile, target }: RouteSearch): boolean {
  return profile.isVendorHost(new URL(target.apiOrigin).hostname);
}

/** What can be read to prove a route: the platform's own probe, else contacts that are known. */
function probePaths({ profile, target, contacts }: RouteSearch, prefix: string): EncodedPath[] {
  const probe = profile.probe(prefix, target.account);
  if (probe !== undefined) return [probe];
  return contacts.flatMap((contact) => profile.contactPath?.(contact) ?? []).slice(0, 3);
}

/** A `TransportError` is a temporary problem of the platform itself. */
type Outcome = 'proven' | 'refused' | 'unproven' | TransportError;

async function tryRoute(
  search: RouteSearch,
  route: MembraneRoute,
  signal: AbortSignal,
): Promise<Outcome> {
  let outcome: Outcome = 'unproven';
  for (const asked of probePaths(search, route.kind === 'prefix' ? route.prefix : '')) {
    outcome = await askAt(search, route, asked, signal);
    if (outcome === 'proven') return outcome;
  }
  return outcome;
}

async function askAt(
  { line, profile, connectionId, target }: RouteSearch,
  route: MembraneRoute,
  asked: EncodedPath,
  signal: AbortSignal,
): Promise<Outcome> {
  const isVendorHost = profile.isVendorHost(new URL(target.apiOrigin).hostname);
  try {
    const way = { connectionId, route, apiOrigin: target.apiOrigin, isVendorHost };
    const { status, body } = await line.send({
      method: 'GET',
      path: membranePath(way, asked),
      signal,
    });
    return profile.proves(body, status, target.account) ? 'proven' : 'unproven';
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    if (isBeyondRoutes(error)) throw error;
    const { status = 0, body = '' } = error;
    if (!error.isOfRelay && profile.proves(parsed(body), status, target.account)) {
      return 'proven';
    }
    if (error.failure === 'server-error' && status >= 500) return error;
    return error.failure === 'unauthorised' ? 'refused' : 'unproven';
  }
}

/** Failures that no other route would fix. */
function isBeyondRoutes({ failure, isOfRelay }: TransportError): boolean {
  if (failure === 'rate-limited' || failure === 'timeout') return true;
  // A page in place of an answer may be the platform's own, at an address that it does not know.
  return isOfRelay && failure !== 'refused' && failure !== 'server-error';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hasActions(actions: readonly MembraneAction[], { actions: allowed = [] }: RelayProfile) {
  return (
    allowed.length > 0 && allowed.every(({ key }) => actionWithKey(actions, key) !== undefined)
  );
}
