import { MembraneApi } from '../../../lib/http/membrane/api';
import { createMembraneLine } from '../../../lib/http/membrane/line';
import { Refusals } from '../../../lib/http/membrane/refusals';
import { createMembraneTransport } from '../../../lib/http/membrane/transport';
import type { Transport } from '../../../lib/http/transport';
import type { Connection } from '../../../lib/model/connection';
import { definitionOf } from '../../../lib/platforms/registry';
import { findMembraneRoute } from '../../../lib/worker/membrane/route';
import type { ServedMembrane } from '../helpdesks/membrane-server';

/** What a test needs to go through the emulated Membrane as one of its tenants. */
export function membraneOf(served: ServedMembrane, tenant = 'desk') {
  const line = createMembraneLine({
    base: served.origin,
    token: async () => served.membrane.token(tenant),
    permitted: async () => true,
    now: Date.now,
  });
  return { line, api: new MembraneApi(line) };
}

/** The id of a tenant's connection to an application. */
export function membraneIdOf(
  served: Pick<ServedMembrane, 'membrane'>,
  app: string,
  tenant = 'desk',
): string {
  const found = served.membrane.tenants.all(tenant).find((held) => held.app === app);
  if (found === undefined) throw new Error(`${tenant} has no ${app}`);
  return found.id;
}

/** Looks for the way to a platform, and gives the transport that goes it. */
export async function transportThroughMembrane(
  served: ServedMembrane,
  connection: Connection,
): Promise<Transport> {
  const { line, api } = membraneOf(served);
  const profile = definitionOf(connection.platform).relay;
  const connectionId = membraneIdOf(served, connection.platform);
  const search = { api, line, profile, connectionId, target: connection, contacts: [] };
  const route = await findMembraneRoute(search, AbortSignal.timeout(20_000));
  if (route === undefined) throw new Error(`no way to ${connection.platform}`);
  const { apiOrigin } = connection;
  const isVendorHost = profile.isVendorHost(new URL(apiOrigin).hostname);
  const refusals = new Refusals(Date.now);
  const { refusesInJson } = profile;
  const way = { line, connectionId, route, apiOrigin, isVendorHost, refusesInJson };
  return createMembraneTransport({ ...way, refusals });
}
