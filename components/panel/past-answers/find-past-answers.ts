import { type BlankedReply, blankReply } from '../../../lib/answers/blank-reply';
import { otherCustomer } from '../../../lib/answers/other-customer';
import { rankedQuestion } from '../../../lib/answers/question-closeness';
import { questionTerms } from '../../../lib/answers/question-terms';
import { inTurns } from '../../../lib/async/in-turns';
import type { Conversation } from '../../../lib/model/history';
import {
  type ContactKey,
  type ContactRef,
  contactRef,
  itemKey,
  parseContactRef,
} from '../../../lib/model/ids';
import {
  type HeldConversation,
  readConversations,
} from '../../../lib/storage/conversation-queries';
import type { DesksideDatabase } from '../../../lib/storage/database';
import type { IndexReader } from '../../../lib/storage/index-reader';
import { readContactsOf } from '../../../lib/storage/read-contacts';
import { type AskedQuestion, type HeldAnswer, scoredAnswers } from './score-answers';

/** A similar question, and what was answered to it, to be inserted. */
export interface PastAnswer extends BlankedReply {
  /** Stays the same for the same answer. */
  key: string;
  /** The other customer’s words. */
  question: string;
  connectionId: string;
  conversation: Conversation | undefined;
  /** When the reply was sent, epoch ms. */
  at: number;
  /** Files that were sent with it. */
  files: number;
}

interface Wanted extends AskedQuestion {
  /** For each contact identified as the same person as others: one of those contacts. */
  personOf: ReadonlyMap<ContactRef, ContactRef>;
}

/** At most this many are shown. */
const MOST_SHOWN = 3;
/** Index entries that are checked, and how many of them at once. */
const MOST_PLACES = 160;
const PLACES_AT_ONCE = 10;
/** When two replies have this much in common, one of them is enough. */
const SAME_SHARE = 0.75;

/**
 * Up to three answers to questions like the one on screen, from everything stored, the closest first. Rejects
 * when the database fails, and when `signal` is aborted.
 */
export async function findPastAnswers(
  db: DesksideDatabase,
  reader: IndexReader,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<PastAnswer[]> {
  const terms = [...questionTerms(wanted.question.text).values()].map(({ term }) => term);
  if (terms.length === 0) return [];
  const { best, having, all } = await reader.weigh(terms, MOST_PLACES);
  const ranked = rankedQuestion(terms, having, all);
  const found = new Map<string, HeldAnswer>();
  for (let from = 0; from < best.length; from += PLACES_AT_ONCE) {
    signal.throwIfAborted();
    const places = best.slice(from, from + PLACES_AT_ONCE);
    const conversations = await readConversations(db, places);
    signal.throwIfAborted();
    for (const each of await inTurns(scoredAnswers(conversations, wanted, ranked))) {
      const key = itemKey(each.held.reached[0]?.connectionId ?? '', each.question[0]?.id ?? '');
      const known = found.get(key);
      if (known === undefined || known.score < each.score) found.set(key, each);
    }
  }
  signal.throwIfAborted();
  return chooseAnswers(db, [...found.values()], wanted);
}

/** The closest answers that say different things and can be adapted to somebody else. */
async function chooseAnswers(
  db: DesksideDatabase,
  found: HeldAnswer[],
  { personOf }: Wanted,
): Promise<PastAnswer[]> {
  found.sort((a, b) => b.score - a.score);
  const chosen: PastAnswer[] = [];
  const said: ReadonlySet<string>[] = [];
  for (const each of found) {
    if (chosen.length === MOST_SHOWN) break;
    const terms = new Set(questionTerms(each.words.reply).keys());
    if (said.some((other) => isAlike(terms, other))) continue;
    said.push(terms);
    const answer = await blanked(db, each, personOf);
    if (answer !== undefined) chosen.push(answer);
  }
  return chosen;
}

/** Whether two replies say the same thing, apart from a name or a number. */
function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((term) => other.has(term)).length;
  return shared >= SAME_SHARE * (one.size + other.size - shared);
}

async function blanked(
  db: DesksideDatabase,
  { question, reply, words, held }: HeldAnswer,
  personOf: Wanted['personOf'],
): Promise<PastAnswer | undefined> {
  const { conversation, messages } = held;
  const [last] = reply.slice(-1);
  if (last === undefined) return undefined;
  const { connectionId } = last;
  const contacts = await readContactsOf(db, everybodyIn(held, personOf));
  const conversations = conversation === undefined ? [] : [conversation];
  const isMarkdown = reply.every(({ format }) => format === 'markdown');
  const other = otherCustomer({ contacts, conversations, messages });
  const made = await inTurns(blankReply(words.reply, other, { isMarkdown }));
  return (
    made && {
      key: itemKey(connectionId, question[0]?.id ?? ''),
      question: words.question,
      ...made,
      connectionId,
      conversation,
      at: last.sentAt,
      files: reply.reduce((sum, { attachments }) => sum + attachments.length, 0),
    }
  );
}

/** Everybody whose conversation it is or was, with all records of the same people. */
function everybodyIn(
  { conversation, messages }: HeldConversation,
  personOf: Wanted['personOf'],
): ContactKey[] {
  const refs = new Set(
    messages.map(({ connectionId, contactId }) => contactRef({ connectionId, id: contactId })),
  );
  if (conversation !== undefined) {
    const { connectionId, contactId } = conversation;
    refs.add(contactRef({ connectionId, id: contactId }));
  }
  const people = new Set([...refs].flatMap((ref) => personOf.get(ref) ?? []));
  for (const [ref, person] of personOf) if (people.has(person)) refs.add(ref);
  return [...refs].map(parseContactRef);
}
