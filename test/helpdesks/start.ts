import { createChaport } from './chaport/emulator';
import { createChatra } from './chatra/emulator';
import { createChatwoot } from './chatwoot/chatwoot';
import { type HelpdeskServer, serveHelpdesks } from './core/server';
import { createKustomer } from './kustomer/emulator';
import type { World } from './world/types';
import { createWorld } from './world/world';

/** All four emulated helpdesks over one world, and the server that makes them reachable. */
export async function startHelpdesks(world: World = createWorld(Date.now())) {
  const chatwoot = createChatwoot(world);
  const kustomer = createKustomer(world);
  const chaport = createChaport(world);
  const chatra = createChatra(world);
  const all = [chatwoot, kustomer, chaport, chatra] as const;
  const server: HelpdeskServer = await serveHelpdesks(all);
  return {
    world,
    server,
    chatwoot,
    kustomer,
    chaport,
    chatra,
    all,
    /** Everything back to the start, for the next test. */
    reset(): void {
      for (const emulator of all) emulator.reset();
      server.files.clear();
    },
    /** Requests to any platform's API, oldest first. */
    apiRequests() {
      return all.flatMap((emulator) => emulator.log.api()).sort((a, b) => a.at - b.at);
    },
  };
}

export type Helpdesks = Awaited<ReturnType<typeof startHelpdesks>>;
