import { inTurns } from '../../../lib/async/in-turns';
import { answersQuery, type FullTextQuery, termPrefixes } from '../../../lib/full-text/match-query';
import {
  foldParts,
  partsOfContact,
  partsOfConversation,
  partsOfMessage,
} from '../../../lib/full-text/passages';
import type { Contact } from '../../../lib/model/contact';
import type { Conversation, Message } from '../../../lib/model/history';
import type { ContactKey } from '../../../lib/model/ids';
import type { Reply } from '../../../lib/model/reply';
import type { IndexCandidate } from '../../../lib/storage/candidate-list';
import type { DesksideDatabase } from '../../../lib/storage/database';
import type { CandidateFilter, IndexReader } from '../../../lib/storage/index-reader';
import { readCandidates, type StoredPassage } from '../../../lib/storage/read-candidates';

/** A passage that matches a query. */
export interface Find {
  /** The same for the same passage. */
  key: string;
  kind: 'message' | 'contact' | 'conversation' | 'note' | 'native-note' | 'response';
  /** Whose it is; `undefined` for a canned response. */
  contact: ContactKey | undefined;
  /** Further records of the same person, which stand in where that one is no longer stored. */
  others?: readonly ContactKey[];
  /** Epoch ms; 0 if it is not known. */
  time: number;
  /** The texts of it that were searched, in the order in which they are read. */
  parts: readonly string[];
  message?: Message;
  conversation?: Conversation;
  reply?: Reply;
}

/** Index entries that are read at first: about as many as are seen without scrolling. */
const FIRST_PLACES = 24;

/** Later this many at once, in case few of them match the query. */
const MOST_PLACES = 96;

/**
 * Everything in histories and records that matches the query, newest first, in pieces as it is found; each
 * piece says how many index entries are still to be checked. Ends when nobody asks for more.
 */
export async function* findInIndex(
  db: DesksideDatabase,
  reader: IndexReader,
  query: FullTextQuery,
  filter: CandidateFilter,
): AsyncGenerator<{ finds: Find[]; left: number }> {
  const prefixes = termPrefixes(query);
  if (prefixes.length === 0) return;
  const candidates = await reader.find(prefixes, filter);
  let places: IndexCandidate[] = [];
  for (let done = 0, size = FIRST_PLACES; done < candidates.length; ) {
    const next = done + size;
    size = Math.min(4 * size, MOST_PLACES);
    // Sort many in advance: each call goes through all candidates again.
    if (places.length < Math.min(next, candidates.length)) places = candidates.newest(4 * next);
    const stored = await readCandidates(db, places.slice(done, next));
    const finds = await inTurns(findsAmong(stored, query, filter));
    done = next;
    yield { finds, left: Math.max(0, candidates.length - done) };
  }
}

function* findsAmong(
  passages: readonly StoredPassage[],
  query: FullTextQuery,
  { from = Number.NEGATIVE_INFINITY }: CandidateFilter,
) {
  const finds: Find[] = [];
  // A contact's conversations are in the index under the contact's time, so each time is checked here.
  const take = (find: Find) => {
    if (find.time >= from && answersQuery(foldParts(find.parts), query)) finds.push(find);
  };
  for (const { connectionId, contactId, messages, contact, conversations } of passages) {
    const whose: ContactKey = { connectionId, id: contactId };
    for (const message of messages) take(findOfMessage(message, whose));
    if (contact !== undefined) take(findOfContact(contact));
    for (const each of conversations) take(findOfConversation(each, whose));
    yield;
  }
  return finds;
}

function findOfMessage(message: Message, contact: ContactKey): Find {
  const key = `message ${message.connectionId}/${message.id}`;
  const parts = partsOfMessage(message);
  return { key, kind: 'message', contact, time: message.sentAt, parts, message };
}

function findOfContact(contact: Contact): Find {
  const { connectionId, id, lastSeenAt, fetchedAt } = contact;
  const key = `contact ${connectionId}/${id}`;
  const parts = partsOfContact(contact);
  return {
    key,
    kind: 'contact',
    contact: { connectionId, id },
    time: lastSeenAt ?? fetchedAt,
    parts,
  };
}

function findOfConversation(conversation: Conversation, contact: ContactKey): Find {
  const { connectionId, id, lastActivityAt, createdAt } = conversation;
  return {
    key: `conversation ${connectionId}/${id}`,
    kind: 'conversation',
    contact,
    time: lastActivityAt ?? createdAt ?? 0,
    parts: partsOfConversation(conversation),
    conversation,
  };
}
