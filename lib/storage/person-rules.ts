import { itemKey } from '../model/ids';
import type { LinkRow } from '../model/link-decision';
import type { DirectoryRow } from '../model/reading-progress';
import { eraseContactsFromIndex } from './index-erase';
import { noteRules } from './person-note-rules';
import type { PersonScope } from './person-scope';
import { screenRules } from './person-screen-rules';
import {
  byContact,
  isNamedAmong,
  part,
  type TableName,
  type TableRule,
  whole,
} from './person-table-rule';
import { eraseSeenBeside, readSeenBeside } from './seen-beside';

/**
 * Where a person is in each table. A new table does not compile here until somebody says what in it is
 * about a person; an empty list says that nothing is.
 */
const rules: Readonly<Record<TableName, readonly TableRule[]>> = {
  ...screenRules,
  ...noteRules,
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
  links: [
    whole((db, person) => db.links.filter(({ a, b }) => isNamedAmong([a, b], person))),
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
      db.suggestions.filter(({ anchor, contact }) => isNamedAmong([anchor, contact], person)),
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
    if (isNamedAmong(each.person ?? [], person)) return true;
  }
  return false;
}

/** How a person is found in a table. Throws `TypeError` for a table without a rule. */
export function rulesOf(table: string): readonly TableRule[] {
  const found = Object.entries(rules).find(([name]) => name === table);
  if (found === undefined) throw new TypeError(`nobody said what of ${table} is about a person`);
  return found[1];
}
