import 'fake-indexeddb/auto';
import type { Connection } from '../../../lib/model/connection';
import type { Contact, Identifier } from '../../../lib/model/contact';
import type { Message } from '../../../lib/model/history';
import type { PageContext } from '../../../lib/model/page';
import type { PlatformApi } from '../../../lib/platforms/contract/api';
import type { PlatformDefinition } from '../../../lib/platforms/contract/definition';
import { DesksideDatabase } from '../../../lib/storage/database';
import { indexMarking } from '../../../lib/storage/index-marks';
import type { WorkerPorts } from '../../../lib/worker/ports';

let databases = 0;

function emptyDatabase(): DesksideDatabase {
  databases += 1;
  const database = new DesksideDatabase(`test-${databases}`);
  database.use(indexMarking);
  return database;
}

/** Ports over an empty database, with platforms that answer as a test tells them. */
export class TestWorld implements WorkerPorts {
  readonly apis = new Map<string, PlatformApi>();
  readonly definitions = new Map<string, PlatformDefinition>();
  clock = 1_790_000_000_000;

  constructor(readonly database: DesksideDatabase = emptyDatabase()) {}

  now = (): number => this.clock;

  definitionOf = (platform: string): PlatformDefinition => {
    const definition = this.definitions.get(platform);
    if (definition === undefined) throw new TypeError(`unknown platform ${platform}`);
    return definition;
  };

  apiOf = (connection: Connection): PlatformApi => {
    const api = this.apis.get(connection.id);
    if (api === undefined) throw new TypeError(`no api for ${connection.id}`);
    return api;
  };

  /** Adds a platform with one connection of the same name. */
  async connect(
    name: string,
    api: Partial<PlatformApi>,
    capabilities: PlatformDefinition['capabilities'] = {
      find: 'api',
      history: 'api',
    },
    more: Partial<PlatformDefinition> = {},
  ): Promise<Connection> {
    const connection = connectionNamed(name, this.clock);
    this.definitions.set(name, definitionNamed(name, capabilities, more));
    this.apis.set(name, { ...silentApi, ...api });
    await this.database.connections.put(connection);
    return connection;
  }
}

const silentApi: PlatformApi = {
  check: async () => ({ warnings: [] }),
  identify: async () => {
    throw new TypeError('nobody is on screen here');
  },
};

function definitionNamed(
  name: string,
  capabilities: PlatformDefinition['capabilities'],
  more: Partial<PlatformDefinition>,
): PlatformDefinition {
  const facts = { name, label: name.toUpperCase(), capabilities };
  return {
    ...facts,
    describe: () => ({
      ...facts,
      colour: { light: '#000000', dark: '#ffffff' },
      icon: `/platforms/${name}.svg`,
      form: [],
      keyHelp: '',
      rights: [],
      limits: [],
    }),
    pace: { concurrency: 4, intervalMs: 1, perInterval: 100 },
    readFields: () => ({ problems: {} }),
    recogniseTab: () => undefined,
    authorise: () => ({}),
    createApi: () => {
      throw new TypeError('the test world keeps its own apis');
    },
    relay: {
      appUrl: `https://www.${name}.example/`,
      prefixes: () => [''],
      landmarks: () => [],
      probe: () => undefined,
      proves: () => false,
      isVendorHost: () => false,
    },
    ...more,
  };
}

function connectionNamed(name: string, createdAt: number): Connection {
  return {
    id: name,
    platform: name,
    label: name,
    apiOrigin: `https://api.${name}.example`,
    pageOrigin: `https://${name}.example`,
    transport: 'direct',
    health: { state: 'unknown' },
    facts: {},
    fields: {},
    createdAt,
  };
}

export function contact(connectionId: string, id: string, more: Partial<Contact> = {}): Contact {
  const base = { connectionId, id, platform: connectionId, fetchedAt: 0 };
  return {
    ...base,
    emails: [],
    phones: [],
    emailKeys: [],
    phoneKeys: [],
    externalIds: [],
    ...more,
  };
}

export function message(of: Contact, id: string, text: string): Message {
  return {
    connectionId: of.connectionId,
    id,
    contactId: of.id,
    conversationId: 'c1',
    kind: 'message',
    direction: 'in',
    author: { role: 'contact' },
    text,
    sentAt: 1,
    timeQuality: 'exact',
    sequence: 1,
    attachments: [],
  };
}

export function context(platform: string, more: Partial<PageContext> = {}): PageContext {
  return {
    platform,
    view: 'person',
    hints: { emails: [], phones: [] },
    composer: 'reply',
    ...more,
  };
}

/** A search that knows these contacts and keeps count of what it was asked. */
export function searchable(contacts: Contact[], now: () => number = () => 0) {
  const asked: Identifier[][] = [];
  return {
    asked,
    find: async (identifiers: Identifier[]) => {
      asked.push(identifiers);
      const values = new Set(identifiers.map((identifier) => identifier.value));
      const matches = contacts.filter((each) =>
        [...each.emailKeys, ...each.phoneKeys, ...each.externalIds].some((key) => values.has(key)),
      );
      return { contacts: matches.map((each) => ({ ...each, fetchedAt: now() })), dropped: 0 };
    },
  };
}

/** A history that yields these messages in one part and counts how often it was read. */
export function historyOf(texts: Record<string, string[]>, now: () => number) {
  const read: string[] = [];
  return {
    read,
    history: async function* (of: Contact) {
      read.push(of.id);
      const messages = (texts[of.id] ?? []).map((text, index) =>
        message(of, `${of.id}-${index}`, text),
      );
      yield {
        conversations: [],
        messages,
        coverage: { state: 'complete', dropped: 0, checkedAt: now() } as const,
      };
    },
  };
}
