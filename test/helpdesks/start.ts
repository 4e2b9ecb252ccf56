import { createShop } from '../shop/shop';
import { createChaport } from './chaport/emulator';
import { createChatra } from './chatra/emulator';
import { createChatwoot } from './chatwoot/chatwoot';
import { type HelpdeskServer, serveHelpdesks } from './core/server';
import { createKustomer } from './kustomer/emulator';
import { createMembrane } from './membrane/emulator';
import type { World } from './world/types';
import { createWorld } from './world/world';

/**
 * All four emulated helpdesks over one world, Membrane in front of them, a team's shop beside them, and one
 * server for all.
 */
export async function startHelpdesks(world: World = createWorld(Date.now())) {
  const chatwoot = createChatwoot(world);
  const kustomer = createKustomer(world);
  const chaport = createChaport(world);
  const chatra = createChatra(world);
  const all = [chatwoot, kustomer, chaport, chatra] as const;
  const membrane = createMembrane(all);
  const shop = createShop(Date.now());
  const server: HelpdeskServer = await serveHelpdesks([...all, membrane, shop]);
  return {
    world,
    server,
    chatwoot,
    kustomer,
    chaport,
    chatra,
    membrane,
    shop,
    all,
    /** Everything back to the start, for the next test. */
    reset(): void {
      for (const emulator of [...all, membrane, shop]) emulator.reset();
      server.files.clear();
    },
    /** Requests to any platform's API, oldest first. */
    apiRequests() {
      return all.flatMap((emulator) => emulator.log.api()).sort((a, b) => a.at - b.at);
    },
  };
}

export type Helpdesks = Awaited<ReturnType<typeof startHelpdesks>>;
