import { Hono } from 'hono';
import type { Emulator } from '../core/emulator';
import { Faults } from '../core/faults';
import { RequestLog } from '../core/log';
import type { World } from '../world/types';
import { createApi } from './api';
import { ChatraData } from './data';
import { RateCounter } from './rate-limit';
import type { Client, Message } from './records';
import { createSite } from './site';
import { type ChatraSwitches, chatraDefaults } from './switches';
import { deliver, type WebhookAddresses, webhookBody } from './webhooks';

export interface ChatraOptions {
  switches?: Partial<ChatraSwitches>;
  /** Where the three webhooks go; nowhere when absent. */
  webhooks?: WebhookAddresses;
}

export interface ChatraEmulator extends Emulator {
  readonly name: 'chatra';
  /** Each can be changed at any time; `reset` restores those given at construction. */
  readonly switches: ChatraSwitches;
  readonly data: ChatraData;
  /** Treats this person's chat as finished: all of it is sent as `chatTranscript`. */
  finishChat(personKey: string, record?: number): Promise<void>;
}

/** An emulated Chatra with the Chatra records of the world, API and agent app on one host. */
export function createChatra(world: World, options: ChatraOptions = {}): ChatraEmulator {
  const switchesAtStart: ChatraSwitches = { ...chatraDefaults, ...options.switches };
  const switches = structuredClone(switchesAtStart);
  const data = new ChatraData(world);
  const counter = new RateCounter();
  const log = new RequestLog();
  const faults = new Faults();
  const addresses = options.webhooks ?? {};
  const tell = async (client: Client, message: Message) => {
    if (message.note) return;
    const event = client.messages.length === 1 ? 'chatStarted' : 'chatFragment';
    await deliver(addresses, event, webhookBody(event, client, [message], data, switches));
  };
  const app = new Hono({ strict: false });
  app.route('/api', createApi(data, switches, counter));
  app.route('/', createSite(data, switches, tell));
  return {
    name: 'chatra',
    hosts: ['app.chatra.io'],
    handle: async (request) => app.fetch(request),
    isApi: (url) => url.pathname === '/api' || url.pathname.startsWith('/api/'),
    pageOf: (personKey, record) =>
      `https://app.chatra.io${pagePath(switches, data.ofPerson(personKey, record))}`,
    finishChat: async (personKey, record) => {
      const client = data.ofPerson(personKey, record);
      const body = webhookBody('chatTranscript', client, client.messages, data, switches);
      await deliver(addresses, 'chatTranscript', body);
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

/** Where the address carries no id, the list is all that can be addressed. */
function pagePath(switches: ChatraSwitches, client: Client): string {
  if (switches.urlScheme === 'legacy') return '/chat/box:my';
  return `/conversations/${switches.urlScheme === 'lists-only' ? 'my' : client.chatId}`;
}
