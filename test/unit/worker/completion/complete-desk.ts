import { path } from '../../../../lib/http/encode-path';
import type { EncodedPath, Transport } from '../../../../lib/http/transport';
import type {
  CompletionOutcome,
  OfferedCompletion,
} from '../../../../lib/messaging/completion-commands';
import type { ContactField, ContactWriteRow } from '../../../../lib/model/completion';
import type { Contact } from '../../../../lib/model/contact';
import { type ContactKey, contactRef } from '../../../../lib/model/ids';
import type { PlatformApi } from '../../../../lib/platforms/contract/api';
import { definitionOf } from '../../../../lib/platforms/registry';
import { ContactWrites } from '../../../../lib/worker/completion/contact-writes';
import { withCompleteContacts } from '../../../../lib/worker/person-lookup/complete-contacts';
import type { WorkerPorts } from '../../../../lib/worker/ports';
import type { ChaportOptions } from '../../../helpdesks/chaport/emulator';
import type { ChatraOptions } from '../../../helpdesks/chatra/emulator';
import type { KustomerOptions } from '../../../helpdesks/kustomer/emulator';
import type { StoryPerson, StoryRecord, World } from '../../../helpdesks/world/types';
import { apiOver, onChaport, onChatra, onChatwoot, onKustomer } from '../../platforms/emulated';
import { TestWorld } from '../world';

export const platformNames = ['chatwoot', 'kustomer', 'chaport', 'chatra'] as const;
export type DeskName = (typeof platformNames)[number];

const start = Date.UTC(2026, 10, 20, 12);

export interface DeskOptions {
  /** Ana's record on each platform; nobody where it is absent. */
  records: Partial<Record<DeskName, StoryRecord>>;
  others?: StoryPerson[];
  chaport?: ChaportOptions['switches'];
  chatra?: ChatraOptions['switches'];
  kustomer?: KustomerOptions['switches'];
  /** The settings say that one system feeds all of them with ids. */
  sharesIds?: boolean;
  /** Around the way to a platform. */
  wrap?(inner: Transport, name: DeskName): Transport;
}

/** A record with a short conversation; what is `undefined` is left out. */
export function story(
  more: { [K in keyof StoryRecord]?: StoryRecord[K] | undefined },
): StoryRecord {
  const record: StoryRecord = {
    conversations: [
      {
        channel: 'chat',
        status: 'open',
        messages: [{ ago: 60, from: 'customer', text: 'Hello' }],
      },
    ],
  };
  for (const [key, value] of Object.entries(more)) {
    if (value !== undefined) Object.assign(record, { [key]: value });
  }
  return record;
}

/** Ana's records on emulated platforms, and a worker that can complete them. */
export async function openDesk(options: DeskOptions) {
  const { records, others = [], wrap = (inner: Transport) => inner } = options;
  const listed = (name: DeskName) => {
    const record = records[name];
    return record === undefined ? {} : { [name]: [record] };
  };
  const ana: StoryPerson = { key: 'ana', about: 'the one on screen' };
  for (const name of platformNames) Object.assign(ana, listed(name));
  const world: World = { now: start, agents: [], people: [ana, ...others] };
  const desks = {
    chatwoot: onChatwoot(world),
    kustomer: onKustomer(world, options.kustomer),
    chaport: onChaport(world, options.chaport),
    chatra: onChatra(world, options.chatra),
  };
  const test = new TestWorld();
  test.clock = start;
  const apis = new Map<string, PlatformApi>();
  const keys: Partial<Record<DeskName, ContactKey>> = {};
  for (const name of platformNames) {
    const { connection, transport, records: emulated } = desks[name];
    await test.database.connections.put(connection);
    test.definitions.set(name, definitionOf(name));
    const settings = async () => ({ defaultRegion: undefined });
    apis.set(
      connection.id,
      withCompleteContacts(apiOver(connection, wrap(transport, name)), settings),
    );
    const [first] = records[name] === undefined ? [] : emulated;
    if (first === undefined) continue;
    const api = withCompleteContacts(apiOver(connection, transport), settings);
    const asRead = await api.contactFields?.read(first.contact, AbortSignal.timeout(60_000));
    if (asRead === undefined) throw new TypeError(`${name} has no fields`);
    await test.database.contacts.put(asRead.contact);
    keys[name] = { connectionId: connection.id, id: asRead.contact.id };
  }
  for (const [id, api] of apis) test.apis.set(id, api);
  const contacts = Object.values(keys);
  const all = platformNames.map((name) => desks[name].connection.id);
  const sharedIdConnections = options.sharesIds === true ? all : [];
  const ports: WorkerPorts = {
    ...test,
    peopleSettings: async () => ({ ownDomains: [], sharedIdConnections }),
  };
  let ids = 0;
  const scheduled: (number | undefined)[] = [];
  let life = new AbortController();
  const begin = () => {
    life = new AbortController();
    const { signal } = life;
    return new ContactWrites(ports, {
      schedule: async (at) => {
        scheduled.push(at);
      },
      limit: () => signal,
      newId: () => {
        ids += 1;
        return `w${ids}`;
      },
    });
  };
  const writes = begin();
  const keyOf = (name: DeskName): ContactKey => {
    const key = keys[name];
    if (key === undefined) throw new TypeError(`Ana is not on ${name}`);
    return key;
  };
  return {
    test,
    desks,
    writes,
    /** Ends all that the worker does, as the browser does when it stops it. */
    kill: () => life.abort(),
    /** The worker that is started after it. */
    restarted: begin,
    contacts,
    scheduled,
    keyOf,
    offers: () => writes.offers(contacts),
    offer: async (target: DeskName, field: ContactField, source?: DeskName) =>
      only(await writes.offers(contacts), {
        target: keyOf(target),
        field,
        source: source && keyOf(source),
      }),
    write: (offer: OfferedCompletion, shown = offer.shown): Promise<CompletionOutcome> =>
      writes.write({
        contacts,
        field: offer.field,
        value: offer.value,
        source: offer.source,
        target: offer.target,
        shown,
      }),
    stored: async (name: DeskName): Promise<Contact | undefined> => {
      const { connectionId, id } = keyOf(name);
      return test.database.contacts.get([connectionId, id]);
    },
    journal: (): Promise<ContactWriteRow[]> => test.database.contactWrites.orderBy('at').toArray(),
    /** What the platform's own people see, to the letter, without times and counters. */
    seen: (name: DeskName): Promise<string> => seenOn(desks, name, keyOf(name)),
    requests: (name: DeskName, methods = ['PUT', 'PATCH', 'POST', 'DELETE']) =>
      desks[name].emulator.log
        .api()
        .filter(({ method, path }) => methods.includes(method) && !path.endsWith('/filter')),
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

function only(
  offers: readonly OfferedCompletion[],
  wanted: { target: ContactKey; field: ContactField; source: ContactKey | undefined },
): OfferedCompletion {
  const { source } = wanted;
  const found = offers.find(
    (each) =>
      each.field === wanted.field &&
      contactRef(each.target) === contactRef(wanted.target) &&
      (source === undefined || contactRef(each.source) === contactRef(source)),
  );
  if (found === undefined) throw new TypeError(`no offer of ${wanted.field}`);
  return found;
}

interface Desks {
  chatwoot: ReturnType<typeof onChatwoot>;
  kustomer: ReturnType<typeof onKustomer>;
  chaport: ReturnType<typeof onChaport>;
  chatra: ReturnType<typeof onChatra>;
}

async function seenOn(desks: Desks, name: DeskName, { id }: ContactKey): Promise<string> {
  switch (name) {
    case 'chatwoot': {
      const [account] = desks.chatwoot.emulator.installation('app.chatwoot.com').accounts;
      // A company that is empty and none at all look alike everywhere.
      return JSON.stringify([account?.contacts, account?.notes]).replaceAll(
        '"company_name":""',
        '',
      );
    }
    case 'kustomer':
      return JSON.stringify(await answerOf(desks.kustomer.transport, path`/v1/customers/${id}`));
    case 'chaport':
      return JSON.stringify(desks.chaport.emulator.data.visitors);
    case 'chatra':
      return JSON.stringify(desks.chatra.emulator.data.clients);
  }
}

async function answerOf(transport: Transport, address: EncodedPath): Promise<unknown> {
  const signal = AbortSignal.timeout(60_000);
  return (await transport.send({ method: 'GET', path: address, signal })).body;
}
