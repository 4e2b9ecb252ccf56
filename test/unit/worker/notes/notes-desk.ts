import * as v from 'valibot';
import { path } from '../../../../lib/http/encode-path';
import type { Transport } from '../../../../lib/http/transport';
import type { Connection } from '../../../../lib/model/connection';
import type { Contact } from '../../../../lib/model/contact';
import type { KeptText } from '../../../helpdesks/core/kept-text';
import type { StoryPerson, StoryRecord, World } from '../../../helpdesks/world/types';
import { onChaport, onChatra, onChatwoot, onKustomer } from '../../platforms/emulated';

export const start = Date.UTC(2026, 10, 20, 12);

/** What the agents of Chaport and Chatra had written themselves. */
export const ownText = 'Likes blue.\n\n--- not ours ---  ';

const record: StoryRecord = {
  name: 'Ana Lind',
  email: 'ana@example.com',
  notes: ownText,
  conversations: [
    {
      channel: 'chat',
      status: 'open',
      messages: [{ ago: 60, from: 'customer', text: 'Hello' }],
    },
  ],
};

const notesSchema = v.object({
  data: v.array(v.object({ id: v.string(), attributes: v.object({ body: v.string() }) })),
});

/** A note on a platform as its own people see it. */
export interface Seen {
  id: string;
  text: string;
}

/** A platform's own pages: what its people see and do there. */
export interface Hand {
  name: string;
  connection: Connection;
  contact: Contact;
  transport: Transport;
  /** Notes, or the whole text field as one. */
  see(): Promise<Seen[]>;
  /** With an agent's name, that agent is the one who changes it. */
  edit(seen: Seen, text: string, agent?: string): Promise<void>;
  remove(seen: Seen): Promise<void>;
  /** Makes a second row of one, where notes are rows. */
  double?(seen: Seen): Promise<void>;
  /** Moves a row to another contact (its id), as a merge does, where notes are rows. */
  move?(seen: Seen, contactId: string): Promise<void>;
}

/**
 * One person, Ana, on four emulated platforms; the text fields of two make of a text what they like. With
 * another person's name, that person is there too, as `others` on Chatwoot and Kustomer.
 */
export function openDesk(notesKept: KeptText = 'as-is', other?: string) {
  const world: World = {
    now: start,
    agents: [],
    people: [
      {
        key: 'ana',
        about: 'on all four',
        chatwoot: [record],
        kustomer: [record],
        chaport: [record],
        chatra: [record],
      },
      ...(other === undefined ? [] : [somebody(other)]),
    ],
  };
  const chaport = onChaport(world, { notesKept });
  const chatra = onChatra(world, { notesKept });
  const [visitor] = chaport.emulator.data.visitors;
  const [client] = chatra.emulator.data.clients;
  if (visitor === undefined || client === undefined) throw new Error('nobody');
  const chatwoot = onChatwoot(world);
  const kustomer = onKustomer(world, { noteLimit: 1_000_000 });
  const hands: Hand[] = [
    chatwootHand(chatwoot),
    kustomerHand(kustomer),
    fieldHand('chaport', chaport, visitor),
    fieldHand('chatra', chatra, client.basic),
  ];
  const emulators = [chatwoot, kustomer, chaport, chatra].map(({ emulator }) => emulator);
  const second = <T extends Opened<unknown>>(opened: T): T => ({
    ...opened,
    records: opened.records.slice(1),
  });
  const others =
    other === undefined ? [] : [chatwootHand(second(chatwoot)), kustomerHand(second(kustomer))];
  return { world, hands, others, emulators };
}

function somebody(name: string): StoryPerson {
  const theirs = { ...record, name, email: `${name}@example.com`, notes: '' };
  return { key: name, about: 'somebody else', chatwoot: [theirs], kustomer: [theirs] };
}

type Opened<T> = Pick<ReturnType<typeof onKustomer>, 'records' | 'connection' | 'transport'> & {
  emulator: T;
};

function frameOf(name: string, { records: [first], connection, transport }: Opened<unknown>) {
  if (first === undefined) throw new Error('nobody');
  return { name, connection, transport, contact: first.contact };
}

function chatwootHand(opened: ReturnType<typeof onChatwoot>): Hand {
  const installation = opened.emulator.installation('app.chatwoot.com');
  const [account] = installation.accounts;
  const [owner] = installation.users;
  if (account === undefined || owner === undefined) throw new Error('no account');
  const userNamed = (name: string) => {
    const known = installation.users.find((user) => user.name === name);
    if (known !== undefined) return known;
    const id = Math.max(...installation.users.map((user) => user.id)) + 1;
    const user = { ...owner, id, name };
    installation.users.push(user);
    return user;
  };
  return {
    ...frameOf('chatwoot', opened),
    see: async () => account.notes.map(({ id, content }) => ({ id: String(id), text: content })),
    edit: async ({ id }, text, agent) => {
      const note = account.notes.find((each) => String(each.id) === id);
      if (note === undefined) return;
      note.content = text;
      if (agent !== undefined) note.userId = userNamed(agent).id;
    },
    remove: async ({ id }) => {
      account.notes = account.notes.filter((each) => String(each.id) !== id);
    },
    double: async ({ id }) => {
      const note = account.notes.find((each) => String(each.id) === id);
      const next = Math.max(...account.notes.map((each) => each.id)) + 10_000;
      if (note !== undefined) account.notes.push({ ...note, id: next });
    },
    move: async ({ id }, contactId) => {
      const note = account.notes.find((each) => String(each.id) === id);
      if (note !== undefined) note.contactId = Number(contactId);
    },
  };
}

function kustomerHand(opened: ReturnType<typeof onKustomer>): Hand {
  const frame = frameOf('kustomer', opened);
  const { transport } = opened;
  const { signal } = new AbortController();
  return {
    ...frame,
    async see() {
      const address = path`/v1/customers/${frame.contact.id}/notes`;
      const query = { pageSize: 100 };
      const { body } = await transport.send({ method: 'GET', path: address, query, signal });
      return v.parse(notesSchema, body).data.map(({ id, attributes }) => ({
        id,
        text: attributes.body,
      }));
    },
    async edit({ id }, text) {
      const body = { body: text };
      await transport.send({ method: 'PATCH', path: path`/v1/notes/${id}`, body, signal });
    },
    async remove({ id }) {
      await transport.send({ method: 'DELETE', path: path`/v1/notes/${id}`, signal });
    },
  };
}

function fieldHand(name: string, opened: Opened<unknown>, holder: { notes?: string }): Hand {
  return {
    ...frameOf(name, opened),
    see: async () => [{ id: 'field', text: holder.notes ?? '' }],
    edit: async (_seen, text) => {
      holder.notes = text;
    },
    remove: async () => {
      delete holder.notes;
    },
  };
}

export function handOf(hands: readonly Hand[], name: string): Hand {
  const hand = hands.find((each) => each.name === name);
  if (hand === undefined) throw new Error(`no ${name}`);
  return hand;
}
