import type { Contact } from '../model/contact';
import type { Conversation, Message } from '../model/history';
import {
  type ContactKey,
  type ContactRef,
  contactRef,
  itemKey,
  parseContactRef,
} from '../model/ids';
import type { LinkRow } from '../model/link-decision';
import type { PeopleSearchRow } from '../model/people-search';
import type { DirectoryRow } from '../model/reading-progress';
import type { DesksideDatabase } from './database';
import { readContactsOf } from './read-contacts';

/** Conversations that are not settled, with their newer messages. */
export interface LiveConversations {
  conversations: Conversation[];
  messages: Message[];
}

/** A decision about one of the person's contacts, with the two it is about, where still stored. */
export interface DecisionWithContacts {
  link: LinkRow;
  a: Contact | undefined;
  b: Contact | undefined;
}

/** Reads which conversations these contacts have. Meant to be followed. */
export async function readPersonConversations(
  db: DesksideDatabase,
  contacts: readonly ContactKey[],
): Promise<Conversation[]> {
  return db.conversations
    .where('[connectionId+contactId]')
    .anyOf(contacts.map(({ connectionId, id }) => [connectionId, id]))
    .toArray();
}

/**
 * Reads what may be going on right now, with the messages from `since` (epoch ms) on: long histories
 * are left alone. Meant to be followed.
 */
export async function readLiveConversations(
  db: DesksideDatabase,
  contacts: readonly ContactKey[],
  since: number,
): Promise<LiveConversations> {
  const conversations = (await readPersonConversations(db, contacts)).filter(
    ({ status }) => status === 'open' || status === 'pending',
  );
  const live = new Set(conversations.map(({ connectionId, id }) => itemKey(connectionId, id)));
  const newer = await Promise.all(
    contacts.map(({ connectionId, id }) =>
      db.messages
        .where('[connectionId+contactId+sentAt]')
        .between([connectionId, id, since], [connectionId, id, Number.POSITIVE_INFINITY])
        .toArray(),
    ),
  );
  const messages = newer
    .flat()
    .filter(({ connectionId, conversationId }) => live.has(itemKey(connectionId, conversationId)));
  return { conversations, messages };
}

/** Reads which tab shows this conversation, if any does. Meant to be followed. */
export async function readTabOf(
  db: DesksideDatabase,
  conversation: Pick<Conversation, 'connectionId' | 'id'>,
): Promise<number | undefined> {
  const screen = await db.screens
    .filter(
      ({ connectionId, context }) =>
        connectionId === conversation.connectionId && context.conversationId === conversation.id,
    )
    .first();
  return screen?.tabId;
}

/** Reads what was decided about these contacts, the latest first. Meant to be followed. */
export async function readDecisions(
  db: DesksideDatabase,
  contacts: readonly ContactKey[],
): Promise<DecisionWithContacts[]> {
  const refs = contacts.map(contactRef);
  const [asA, asB] = await Promise.all([
    db.links.where('a').anyOf(refs).toArray(),
    db.links.where('b').anyOf(refs).toArray(),
  ]);
  const links = [...new Map([...asA, ...asB].map((link) => [`${link.a}\n${link.b}`, link]))];
  const sorted = links.map(([, link]) => link).sort((one, other) => other.at - one.at);
  const stored = await readContactsByRef(
    db,
    sorted.flatMap(({ a, b }) => [a, b]),
  );
  return sorted.map((link) => ({ link, a: stored.get(link.a), b: stored.get(link.b) }));
}

/** Reads who may be the same human as the contact on screen. Meant to be followed. */
export async function readSuggestions(
  db: DesksideDatabase,
  anchor: ContactRef,
): Promise<Contact[]> {
  const rows = await db.suggestions.where('anchor').equals(anchor).toArray();
  const stored = await readContactsByRef(
    db,
    rows.map(({ contact }) => contact),
  );
  return [...stored.values()];
}

/** Reads what a window's search by hand found so far. Meant to be followed. */
export function readPeopleSearch(
  db: DesksideDatabase,
  windowId: number,
): Promise<PeopleSearchRow[]> {
  return db.peopleSearches.where('windowId').equals(windowId).toArray();
}

/** Somebody whom the panel showed, and when (epoch ms) that was last. */
export interface RecentPerson {
  contact: Contact;
  viewedAt: number;
}

/** More visits than this are not looked through: many may be to the same few people. */
const MOST_VISITS = 200;

/**
 * Reads whom the panel showed last, the latest first, each person once however many of their records
 * were on screen, and only who is still stored. Meant to be followed.
 */
export async function readRecentPeople(
  db: DesksideDatabase,
  most: number,
): Promise<RecentPerson[]> {
  const visits = await db.views.orderBy('viewedAt').reverse().limit(MOST_VISITS).toArray();
  const anchors = visits.map(({ anchor }) => anchor);
  const [contacts, sources] = await Promise.all([
    readContactsByRef(db, anchors),
    db.sources.where('anchor').anyOf(anchors).toArray(),
  ]);
  const listed = new Set<ContactRef>();
  const recent: RecentPerson[] = [];
  for (const { anchor, viewedAt } of visits) {
    const contact = contacts.get(anchor);
    if (contact === undefined || listed.has(anchor)) continue;
    listed.add(anchor);
    for (const { connectionId, contactIds } of sources.filter((row) => row.anchor === anchor)) {
      for (const id of contactIds) listed.add(contactRef({ connectionId, id }));
    }
    recent.push({ contact, viewedAt });
    if (recent.length === most) break;
  }
  return recent;
}

async function readContactsByRef(
  db: DesksideDatabase,
  refs: readonly ContactRef[],
): Promise<Map<ContactRef, Contact>> {
  const contacts = await readContactsOf(db, [...new Set(refs)].map(parseContactRef));
  return new Map(contacts.map((contact) => [contactRef(contact), contact]));
}

/** How far the contacts of a platform without search were read. Meant to be followed. */
export function readDirectoryProgress(
  db: DesksideDatabase,
  connectionId: string,
): Promise<DirectoryRow | undefined> {
  return db.directories.get(connectionId);
}
