import { createDirectTransport } from '../../lib/http/direct';
import { path } from '../../lib/http/encode-path';
import { createMembraneLine } from '../../lib/http/membrane/line';
import { Refusals } from '../../lib/http/membrane/refusals';
import { createMembraneTransport } from '../../lib/http/membrane/transport';
import type { Transport } from '../../lib/http/transport';
import { definitionOf } from '../../lib/platforms/registry';
import type { Service } from '../helpdesks/core/emulator';
import { createMembrane } from '../helpdesks/membrane/emulator';
import type { World } from '../helpdesks/world/types';
import { listen } from '../unit/helpdesks/membrane-server';
import { onKustomer } from '../unit/platforms/emulated';
import { membraneIdOf } from '../unit/platforms/through-membrane';
import { type Figure, median } from './report';

const rounds = 60;
/** How much the route through Membrane may add to one call on this side of the network (ms). */
const MOST_MORE_MS = 3;

const world: World = { now: Date.now(), agents: [], people: [] };
const host = 'acme.api.kustomerapp.com';

/**
 * What the route through Membrane adds to a request: the same Kustomer call by both routes, in turns in one
 * run, each over one loopback connection. Membrane's own network is not included: it cannot be measured here.
 */
export async function benchMembrane(): Promise<Figure[]> {
  const { emulator, connection } = onKustomer(world);
  const membrane = createMembrane([emulator]);
  const plain = await listen(underMembranesName(emulator));
  const carried = await listen(membrane);
  try {
    const { relay, authorise } = definitionOf('kustomer');
    const permitted = async () => true;
    const direct = createDirectTransport({
      origin: plain.origin,
      permitted,
      authorise: async () => authorise({ key: emulator.keys.full }),
    });
    const token = membrane.token('desk');
    const now = Date.now;
    const line = createMembraneLine({
      base: carried.origin,
      token: async () => token,
      permitted,
      now,
    });
    const through = createMembraneTransport({
      line,
      connectionId: membraneIdOf({ membrane }, 'kustomer'),
      route: { kind: 'prefix', prefix: membrane.switches.kustomerBase },
      apiOrigin: connection.apiOrigin,
      isVendorHost: relay.isVendorHost(host),
      refusals: new Refusals(now),
    });
    await timeOf(direct);
    await timeOf(through);
    membrane.log.clear();
    const times = { direct: [] as number[], through: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      times.direct.push(await timeOf(direct));
      times.through.push(await timeOf(through));
    }
    const limit = median(times.direct) + MOST_MORE_MS;
    const asked = membrane.log.api().length / rounds;
    return [
      {
        what: 'one call through Membrane, without its network',
        value: median(times.through),
        unit: 'ms',
        against: `the same directly and ${MOST_MORE_MS} ms`,
        limit,
      },
      {
        what: 'requests to Membrane for one call',
        value: asked,
        unit: 'requests',
        against: 'the same directly',
        limit: 1,
      },
    ];
  } finally {
    await plain.stop();
    await carried.stop();
  }
}

/** The helpdesk itself, where otherwise Membrane would be. */
function underMembranesName(service: Service): Service {
  return {
    ...service,
    hosts: ['api.getmembrane.com'],
    handle: (request) => {
      const address = request.url.replace('api.getmembrane.com', host);
      return service.handle(new Request(address, request));
    },
  };
}

async function timeOf(transport: Transport): Promise<number> {
  const start = performance.now();
  const signal = AbortSignal.timeout(20_000);
  await transport.send({ method: 'GET', path: path`/v1/orgs/current`, signal });
  return performance.now() - start;
}
