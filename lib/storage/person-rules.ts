import type Dexie from 'dexie';
import * as v from 'valibot';
import { contactRef, itemKey, parseContactRef } from '../model/ids';
import type { LinkRow } from '../model/link-decision';
import type { NoteRow } from '../model/note';
import type { DirectoryRow } from '../model/reading-progress';
import type { SourceRow } from '../model/screen';
import { screenAddress } from '../model/screen-address';
import type { DesksideDatabase } from './database';
import { eraseContactsFromIndex } from './index-erase';
import type { PersonScope } from './person-scope';
import { readContactsOf } from './read-contacts';
import { eraseSeenBeside, readSeenBeside } from './seen-beside';

/** How the rows about a person are found in a table and taken out of it. */
interface TableRule {
  read(db: DesksideDatabase, person: PersonScope): PromiseLike<readonly unknown[]>;
  erase(db: DesksideDatabase, person: PersonScope): PromiseLike<unknown>;
}

type TableName = {
  [K in keyof DesksideDatabase]: K extends keyof Dexie ? never : K;
}[keyof DesksideDatabase];

interface Rows<Row> {
  toArray(): PromiseLike<Row[]>;
  delete(): PromiseLike<number>;
}

interface ChangeableRows<Row> extends Pick<Rows<Row>, 'toArray'> {
  modify(change: (row: Row) => void): PromiseLike<number>;
}

/** Rows that are about the person and nobody else. */
function whole<Row>(rows: (db: DesksideDatabase, person: PersonScope) => Rows<Row>): TableRule {
  return {
    read: (db, person) => rows(db, person).toArray(),
    erase: (db, person) => rows(db, person).delete(),
  };
}

/** Rows that are about others as well: they stay, without the person. */
function part<Row>(
  rows: (db: DesksideDatabase, person: PersonScope) => ChangeableRows<Row>,
  takeOut: (row: Row, person: PersonScope) => void,
): TableRule {
  return {
    read: (db, person) => rows(db, person).toArray(),
    erase: (db, person) => rows(db, person).modify((row) => takeOut(row, person)),
  };
}

const byContact = '[connectionId+contactId]';
const isIn = (list: readonly string[], { refs }: PersonScope) => list.some((ref) => refs.has(ref));

/**
 * Where a person is in each table. A new table does not compile here until somebody says what in it is
 * about a person; an empty list says that nothing is.
 */
const rules: Readonly<Record<TableName, readonly TableRule[]>> = {
  platforms: [],
  // Facts about an account, and beside whom addresses were seen that are no one person's.
  connections: [{ read: readSeenBeside, erase: eraseSeenBeside }],
  contacts: [whole((db, { keys }) => db.contacts.where(':id').anyOf(keys))],
  conversations: [whole((db, { keys }) => db.conversations.where(byContact).anyOf(keys))],
  messages: [whole((db, { keys }) => db.messages.where(byContact).anyOf(keys))],
  lookups: [
    whole((db, { identifiers, refs }) =>
      db.lookups.filter(
        ({ connectionId, identifier, contactIds }) =>
          identifiers.has(identifier) ||
          contactIds.some((id) => refs.has(itemKey(connectionId, id))),
      ),
    ),
  ],
  histories: [whole((db, { keys }) => db.histories.where(byContact).anyOf(keys))],
  directories: [
    part<DirectoryRow>(
      (db, { refs }) =>
        db.directories.filter(({ connectionId, unsettled = [] }) =>
          unsettled.some((id) => refs.has(itemKey(connectionId, id))),
        ),
      (row, { refs }) => {
        row.unsettled = row.unsettled?.filter((id) => !refs.has(itemKey(row.connectionId, id)));
      },
    ),
  ],
  screens: [
    whole((db, { refs, pages }) =>
      db.screens.filter(
        ({ anchor, connectionId = '', context, over = '' }) =>
          (anchor !== undefined && refs.has(anchor)) ||
          pages.has(itemKey(connectionId, screenAddress(context) ?? '')) ||
          // Somebody who was opened over the person's page.
          addressesIn(over).some((each) => [...pages].some((page) => page.endsWith(`/${each}`))),
      ),
    ),
  ],
  windows: [],
  sightings: [
    whole((db, { pages, refs }) =>
      db.sightings.filter(
        ({ connectionId, address, contactId }) =>
          pages.has(itemKey(connectionId, address)) || refs.has(itemKey(connectionId, contactId)),
      ),
    ),
  ],
  views: [whole((db, { refs }) => db.views.where('anchor').anyOf([...refs]))],
  sources: [
    whole((db, { refs }) => db.sources.where('anchor').anyOf([...refs])),
    part<SourceRow>(
      (db, { refs }) =>
        db.sources.filter(({ connectionId, contactIds, unreadNotes = [] }) =>
          [...contactIds, ...unreadNotes.map(({ contactId }) => contactId)].some((id) =>
            refs.has(itemKey(connectionId, id)),
          ),
        ),
      (row, { refs }) => {
        const stays = (id: string) => !refs.has(itemKey(row.connectionId, id));
        row.contactIds = row.contactIds.filter(stays);
        row.unreadNotes = row.unreadNotes?.filter(({ contactId }) => stays(contactId));
      },
    ),
  ],
  links: [
    whole((db, person) => db.links.filter(({ a, b }) => isIn([a, b], person))),
    part<LinkRow>(
      (db, person) => db.links.filter((link) => namesByTheWay(link, person)),
      (link, { refs }) => {
        for (let each: LinkRow | undefined = link; each !== undefined; each = each.replaced) {
          if (each.person !== undefined) each.person = each.person.filter((ref) => !refs.has(ref));
        }
      },
    ),
  ],
  suggestions: [
    whole((db, person) =>
      db.suggestions.filter(({ anchor, contact }) => isIn([anchor, contact], person)),
    ),
  ],
  peopleSearches: [
    whole((db, { refs, words }) =>
      db.peopleSearches.filter(
        ({ query, contacts }) =>
          words.has(query.trim().toLowerCase()) ||
          contacts.some(({ connectionId, id }) => refs.has(itemKey(connectionId, id))),
      ),
    ),
  ],
  // Canned responses are the team's, and so is how often each is used and what is written for them.
  replies: [],
  replySources: [],
  usage: [],
  replyDrafts: [],
  replyVersions: [],
  bulkRuns: [],
  bulkItems: [],
  // Copies and drafts go before the notes that identify them.
  replicas: [
    {
      read: async (db, person) => {
        const notes = new Set(await idsOfOwnNotes(db, person));
        return db.replicas
          .filter(({ contact, noteId }) => person.refs.has(contact) || notes.has(noteId))
          .toArray();
      },
      erase: async (db, person) => {
        const notes = new Set(await idsOfOwnNotes(db, person));
        await db.replicas
          .filter(({ contact, noteId }) => person.refs.has(contact) || notes.has(noteId))
          .delete();
      },
    },
  ],
  noteDrafts: [
    {
      read: async (db, person) => draftsOf(db, person, await idsOfOwnNotes(db, person)).toArray(),
      erase: async (db, person) => draftsOf(db, person, await idsOfOwnNotes(db, person)).delete(),
    },
  ],
  notes: [
    {
      read: ownNotes,
      erase: async (db, person) => db.notes.bulkDelete(await idsOfOwnNotes(db, person)),
    },
    part<NoteRow>(
      (db, person) =>
        db.notes.filter(
          ({ contacts, declined = [], parted = [], toPart = [], fieldTexts = [] }) => {
            const stood = fieldTexts.map(({ contact }) => contact);
            return isIn([...contacts, ...declined, ...parted, ...toPart, ...stood], person);
          },
        ),
      (note, { refs }) => {
        // The word about the two that it has yet to follow goes with the person.
        if (note.toPart?.some((ref) => refs.has(ref)) === true) note.toPart = undefined;
        note.contacts = note.contacts.filter((ref) => !refs.has(ref));
        note.declined = note.declined?.filter((ref) => !refs.has(ref));
        note.parted = note.parted?.filter((ref) => !refs.has(ref));
        // What stood in their field is about them, also beside a note about somebody else by now.
        note.fieldTexts = note.fieldTexts?.filter(({ contact }) => !refs.has(contact));
      },
    ),
  ],
  // A value that came from the person's other record is theirs as well.
  contactWrites: [
    whole((db, { refs }) =>
      db.contactWrites.filter(
        ({ connectionId, contactId, source }) =>
          refs.has(itemKey(connectionId, contactId)) ||
          refs.has(itemKey(source.connectionId, source.contactId)),
      ),
    ),
  ],
  nativeNotes: [whole((db, { keys }) => db.nativeNotes.where(byContact).anyOf(keys))],
  // A card is the team's; what it answered about a person is theirs.
  cards: [],
  cardAnswers: [
    whole((db, { refs }) =>
      db.cardAnswers.filter(
        ({ connectionId, contactId, borrowed = {} }) =>
          refs.has(itemKey(connectionId, contactId)) ||
          // A value that was theirs was asked with, beside whomever.
          Object.values(borrowed).some((ref) => refs.has(ref)),
      ),
    ),
  ],
  fillDrafts: [
    whole((db, { pages }) =>
      db.fillDrafts.filter(({ connectionId, subject }) =>
        addressesIn(subject).some((address) => pages.has(itemKey(connectionId, address))),
      ),
    ),
  ],
  indexMarks: [whole((db, { keys }) => db.indexMarks.where(':id').anyOf(keys))],
  indexedContacts: [whole((db, { keys }) => db.indexedContacts.where(byContact).anyOf(keys))],
  // Nothing in them says whose it is; the person's words are taken out of every list they are in.
  indexSegments: [
    { read: async () => [], erase: (db, { keys }) => eraseContactsFromIndex(db, keys) },
  ],
  indexBlocks: [],
  indexState: [],
};

/** The order in which tables are emptied: those that depend on another table go before it. */
export const eraseFirst: readonly string[] = ['replicas', 'noteDrafts', 'indexSegments'];

/** What the deletion of the others leaves behind. */
export const eraseLast: readonly string[] = ['indexMarks'];

function namesByTheWay(link: LinkRow, person: PersonScope): boolean {
  for (let each: LinkRow | undefined = link; each !== undefined; each = each.replaced) {
    if (isIn(each.person ?? [], person)) return true;
  }
  return false;
}

/** What is typed beside the person, or into a note that is theirs alone, beside whomever. */
function draftsOf(
  { noteDrafts }: DesksideDatabase,
  { refs }: PersonScope,
  notes: readonly string[],
) {
  const ofNote = (noteId: string) => notes.includes(noteId.split('.', 1)[0] ?? '');
  return noteDrafts.filter(({ anchor, noteId }) => refs.has(anchor) || ofNote(noteId));
}

async function idsOfOwnNotes(db: DesksideDatabase, person: PersonScope): Promise<string[]> {
  return (await ownNotes(db, person)).map(({ id }) => id);
}

/** Notes about nobody else. A contact of an account that was removed is nobody else: it was the person's, too. */
async function ownNotes(db: DesksideDatabase, { refs }: PersonScope): Promise<NoteRow[]> {
  const about = db.notes.where('contacts').anyOf([...refs]);
  const notes = await about.distinct().toArray();
  const others = notes.flatMap(({ contacts }) => contacts.filter((ref) => !refs.has(ref)));
  const known = new Set((await readContactsOf(db, others.map(parseContactRef))).map(contactRef));
  return notes.filter(({ contacts }) => !contacts.some((ref) => known.has(ref)));
}

/**
 * A tab's subject is a list in one string, and one of it the address that the page showed. A draft's may go on
 * with the address of a conversation, on a line of its own.
 */
function addressesIn(subject: string): string[] {
  const [list = '', ...conversations] = subject.split('\n');
  try {
    const listed = v.parse(v.array(v.unknown()), JSON.parse(list));
    return [...listed.filter((each) => typeof each === 'string'), ...conversations];
  } catch {
    return conversations;
  }
}

/** How a person is found in a table. Throws `TypeError` for a table without a rule. */
export function rulesOf(table: string): readonly TableRule[] {
  const found = Object.entries(rules).find(([name]) => name === table);
  if (found === undefined) throw new TypeError(`nobody said what of ${table} is about a person`);
  return found[1];
}
