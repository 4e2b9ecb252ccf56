import type { Emulator } from '../core/emulator';
import { Faults } from '../core/faults';
import { RequestLog } from '../core/log';
import { hexId } from '../world/ids';
import type { World } from '../world/types';
import { createApi } from './api/app';
import { RateLimits } from './api/rate-limit';
import { customerId, mergedId } from './data/people';
import type { CustomerRow, ShortcutRow } from './data/rows';
import { newestConversations, tablesOf } from './data/tables';
import type { Desk, SentText } from './desk';
import { keys } from './keys';
import { defaultSwitches, type KustomerSwitches } from './switches';
import { createWeb } from './web/app';

const org = 'acme';
const webHost = `${org}.kustomerapp.com`;
const apiHost = `${org}.api.kustomerapp.com`;

export interface KustomerEmulator extends Emulator {
  readonly name: 'kustomer';
  /** These can be changed at any time; `reset` restores their initial values. */
  readonly switches: KustomerSwitches;
  /** Secrets of API keys, named after what is special about each. */
  readonly keys: typeof keys;
  /** Everything sent with the page's send buttons. */
  readonly sent: readonly SentText[];
  /** A shortcut as it is stored, by its name; undefined where none that exists has this name. */
  shortcut(name: string): ShortcutRow | undefined;
  /** All customers as they are stored. */
  customers(): CustomerRow[];
  /** Merges the first customer into the second, as an agent would. */
  merge(id: string, into: string): void;
  /** The id of a person's customer record. */
  customerId(personKey: string, record?: number): string;
  /** An id that was merged into this person's customer record. */
  mergedId(personKey: string, record?: number): string;
  /** The id of a person's newest conversation; throws for somebody without any. */
  conversationId(personKey: string, record?: number): string;
  /** Address of the customer without a conversation. */
  customerPage(personKey: string, record?: number): string;
  /** Address that names the newest conversation and no customer. */
  conversationPage(personKey: string, record?: number): string;
}

export interface KustomerOptions {
  /** Initial values of switches, where not the default. */
  switches?: Partial<KustomerSwitches>;
  /** Epoch ms; the machine's clock when absent. */
  clock?: () => number;
}

/** The organisation `acme` on Kustomer: its API and its web app, with the customers of this world. */
export function createKustomer(world: World, options: KustomerOptions = {}): KustomerEmulator {
  const start = (): KustomerSwitches => ({ ...defaultSwitches(), ...options.switches });
  const sent: SentText[] = [];
  let made = 0;
  const desk: Desk = {
    org,
    switches: start(),
    tables: tablesOf(world),
    clock: options.clock ?? Date.now,
    sent,
    newId: () => {
      made += 1;
      return hexId(`kustomer/new/${made}`);
    },
  };
  const limits = new RateLimits();
  const api = createApi(desk, limits);
  const web = createWeb(desk);
  const log = new RequestLog();
  const faults = new Faults();

  const conversationId = (personKey: string, record = 0): string => {
    const customer = desk.tables.customers.get(customerId(personKey, record));
    const newest = customer && newestConversations(desk.tables, customer)[0];
    if (newest === undefined) throw new Error(`${personKey} has no conversation in Kustomer`);
    return newest.conversation.id;
  };
  const customerPage = (personKey: string, record = 0): string =>
    `https://${webHost}/app/customers/${customerId(personKey, record)}`;

  return {
    name: 'kustomer',
    hosts: [webHost, apiHost],
    switches: desk.switches,
    keys,
    sent,
    log,
    faults,
    isApi: (url) => url.hostname === apiHost,
    handle: async (request) =>
      new URL(request.url).hostname === apiHost ? api.fetch(request) : web.fetch(request),
    shortcut: (name) =>
      desk.tables.shortcuts.all().find((row) => row.name === name && !row.deleted),
    customers: () => desk.tables.customers.all(),
    merge(id, into) {
      const row = desk.tables.customers.get(id);
      if (row === undefined) return;
      desk.tables.customers.remove(row);
      desk.tables.merged.set(id, into);
    },
    customerId: (personKey, record = 0) => customerId(personKey, record),
    mergedId: (personKey, record = 0) => mergedId(personKey, record),
    conversationId,
    customerPage,
    conversationPage: (personKey, record = 0) =>
      `https://${webHost}/app/conversations/${conversationId(personKey, record)}`,
    pageOf: (personKey, record = 0) =>
      `${customerPage(personKey, record)}/event/${conversationId(personKey, record)}`,
    reset() {
      Object.assign(desk.switches, start());
      desk.tables = tablesOf(world);
      sent.length = 0;
      limits.clear();
      faults.clear();
      log.clear();
    },
  };
}
