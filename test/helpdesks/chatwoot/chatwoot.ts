import type { Emulator } from '../core/emulator';
import { Faults } from '../core/faults';
import { RequestLog } from '../core/log';
import type { World } from '../world/types';
import { contactPage, newestPage } from './addresses';
import { createApi } from './api/routes';
import { RateCounters } from './api/throttle';
import { createPages } from './pages';
import { cloudHost, createCloud, createSelfHosted, selfHostedHost } from './seed/installation';
import { type ChatwootSwitches, defaultSwitches } from './switches';
import type { Installation } from './tables';
import { tokens } from './tokens';

export interface ChatwootOptions {
  /** Values that differ from the defaults; they survive `reset`. */
  switches?: Partial<ChatwootSwitches>;
  /** Epoch ms: the time of new rows and of rate windows. The real clock when absent. */
  now?: () => number;
}

export interface ChatwootEmulator extends Emulator {
  readonly switches: ChatwootSwitches;
  readonly tokens: typeof tokens;
  /** Like `pageOf`, on the self-hosted server. */
  selfHostedPageOf(personKey: string, record?: number): string;
  /** Address of the contact's own page, which has no composer. */
  contactPageOf(personKey: string, record?: number): string;
  /** The tables behind a host name, to plan and to check a test. */
  installation(host: string): Installation;
}

/** Paths of the API; all others are pages and their assets. */
const apiPath = /^\/(?:api|auth|health|platform)(?:\/|$)/;

/**
 * Chatwoot, cloud and self-hosted in one object: the same software on `app.chatwoot.com` (accounts 1 and 2)
 * and `support.acme-outdoor.example` (account 1). Switches apply to both hosts.
 */
export function createChatwoot(world: World, options: ChatwootOptions = {}): ChatwootEmulator {
  const now = options.now ?? Date.now;
  const initialSwitches = () => ({ ...defaultSwitches(), ...structuredClone(options.switches) });
  const switches: ChatwootSwitches = initialSwitches();
  const counters = new RateCounters();
  const log = new RequestLog();
  const faults = new Faults();
  let installations = createInstallations(world, switches);
  const installationAt = (host: string): Installation => {
    const found = installations.find((candidate) => candidate.host === host);
    if (found === undefined) throw new Error(`no Chatwoot at ${host}`);
    return found;
  };
  const parts = { switches, counters, installationAt, now };
  const api = createApi(parts);
  const pages = createPages(parts);
  return {
    name: 'chatwoot',
    hosts: [cloudHost, selfHostedHost],
    switches,
    tokens,
    log,
    faults,
    isApi: (url) => apiPath.test(url.pathname),
    handle: async (request) =>
      apiPath.test(new URL(request.url).pathname) ? api.fetch(request) : pages.fetch(request),
    pageOf: (person, record) => newestPage(installationAt(cloudHost), person, record),
    selfHostedPageOf: (person, record) =>
      newestPage(installationAt(selfHostedHost), person, record),
    contactPageOf: (person, record) => contactPage(installationAt(cloudHost), person, record),
    installation: installationAt,
    reset: () => {
      Object.assign(switches, initialSwitches());
      installations = createInstallations(world, switches);
      counters.clear();
      log.clear();
      faults.clear();
    },
  };
}

function createInstallations(world: World, { messageOrder }: ChatwootSwitches): Installation[] {
  return [createCloud(world, messageOrder), createSelfHosted(world, messageOrder)];
}
