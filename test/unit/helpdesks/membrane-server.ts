import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createChaport } from '../../helpdesks/chaport/emulator';
import { createChatra } from '../../helpdesks/chatra/emulator';
import { createChatwoot } from '../../helpdesks/chatwoot/chatwoot';
import type { Service } from '../../helpdesks/core/emulator';
import { dispatch } from '../../helpdesks/core/server';
import { createKustomer } from '../../helpdesks/kustomer/emulator';
import { createMembrane, type MembraneOptions } from '../../helpdesks/membrane/emulator';
import type { World } from '../../helpdesks/world/types';
import { createWorld } from '../../helpdesks/world/world';

/** The emulated Membrane, with the four helpdesks behind it, on a port of its own. */
export async function serveMembrane(
  options: MembraneOptions = {},
  world: World = createWorld(Date.now()),
) {
  const chatwoot = createChatwoot(world);
  const kustomer = createKustomer(world, { switches: { rateLimit: 1_000_000 } });
  const chaport = createChaport(world);
  const chatra = createChatra(world, { switches: { rateLimit: null } });
  const helpdesks = [chatwoot, kustomer, chaport, chatra] as const;
  const membrane = createMembrane(helpdesks, options);
  return { membrane, chatwoot, kustomer, chaport, chatra, helpdesks, ...(await listen(membrane)) };
}

/** Puts an emulated Membrane on a port of its own. */
export async function listen(
  membrane: Service,
): Promise<{ origin: string; stop(): Promise<void> }> {
  // The service is known by its host name; here it is reached by an address.
  const answer = (request: Request) => {
    const { origin } = new URL(request.url);
    const address = request.url.replace(origin, 'https://api.getmembrane.com');
    return dispatch([membrane], new Request(address, request));
  };
  const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type ServedMembrane = Awaited<ReturnType<typeof serveMembrane>>;
