import { Hono } from 'hono';
import type { Emulator } from '../core/emulator';
import { Faults } from '../core/faults';
import { RequestLog } from '../core/log';
import type { World } from '../world/types';
import { createApi } from './api';
import { ChaportData } from './data';
import { urlId } from './page-queries';
import { RateCounter } from './rate-limit';
import { createSite } from './site';
import { type ChaportSwitches, chaportDefaults } from './switches';

/** The token that the emulated account accepts. */
export const chaportToken = 'cp-token-for-tests';

export interface ChaportOptions {
  switches?: Partial<ChaportSwitches>;
}

export interface ChaportEmulator extends Emulator {
  readonly name: 'chaport';
  /** Each can be changed at any time; `reset` restores those given at construction. */
  readonly switches: ChaportSwitches;
  readonly data: ChaportData;
}

/** An emulated Chaport with the Chaport records of the world, API and web app on one host. */
export function createChaport(world: World, options: ChaportOptions = {}): ChaportEmulator {
  const switchesAtStart: ChaportSwitches = { ...chaportDefaults, ...options.switches };
  const switches = structuredClone(switchesAtStart);
  const data = new ChaportData(world, switches.chatIds === 'serial');
  const counter = new RateCounter();
  const log = new RequestLog();
  const faults = new Faults();
  const app = new Hono();
  app.route('/api/v1', createApi({ data, switches, token: chaportToken, counter }));
  app.route('/', createSite(data, switches));
  return {
    name: 'chaport',
    hosts: ['app.chaport.com', 'app.chaport.ru'],
    handle: async (request) => app.fetch(request),
    isApi: (url) => url.pathname.startsWith('/api/'),
    pageOf(personKey, record = 0) {
      const visitor = data.ofPerson(personKey, record);
      const [newest] = visitor.chats;
      const isNamed = newest !== undefined && switches.chatAddress === 'visitor-and-chat';
      const chat = isNamed ? `/${newest.id}` : '';
      return `https://app.chaport.com/#/chats/${urlId(visitor, switches)}${chat}`;
    },
    log,
    faults,
    switches,
    data,
    reset() {
      Object.assign(switches, structuredClone(switchesAtStart));
      data.reset();
      counter.reset();
      log.clear();
      faults.clear();
    },
  };
}
