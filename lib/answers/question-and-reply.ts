import type { Message } from '../model/history';
import { ownWords } from './own-words';
import { questionTerms } from './question-terms';
import { isAnswer, onlyAsksBack, saysSomething } from './small-talk';

/** A question and what an agent wrote in answer to it, both in order, oldest first. */
export interface Exchange {
  question: readonly Message[];
  reply: readonly Message[];
}

/** What is later than this (ms) is about something else, or was answered in another way. */
const LONGEST_GAP = 3 * 24 * 60 * 60_000;
const MOST_QUESTIONS = 5;
const MOST_REPLIES = 6;
/** How much a reply must have in common with another message to be taken for the answer to that one. */
const LEAST_SHARED = 1.5;

/**
 * What was answered to the message `asked` in its conversation; `undefined` where it was only small
 * talk, went to something else, or nobody has answered in own words. `isTemplate` says whether a text
 * is one that was written beforehand.
 */
export function exchangeOf(
  messages: readonly Message[],
  asked: Pick<Message, 'id'>,
  isTemplate: (text: string) => boolean,
): Exchange | undefined {
  const said = messages
    .filter(isConversation)
    .sort((a, b) => a.sentAt - b.sentAt || a.sequence - b.sequence);
  const at = said.findIndex(({ id }) => id === asked.id);
  if (said[at]?.direction !== 'in') return undefined;
  const first = firstOfQuestion(said, at);
  const { burst, next } = burstFrom(said, first);
  const question = aroundOf(burst, asked);
  const reply = replyFrom(said, next, isTemplate);
  const own = said[at];
  const others = [...before(said, first), ...question.filter((each) => each !== own)];
  const answers = own === undefined ? [] : reply.filter((each) => isMeantFor(each, own, others));
  const isAsked = question.some(({ text }) => saysSomething(ownWords(text)));
  return isAsked && answers.length > 0 ? { question, reply: answers } : undefined;
}

/** What customer and colleagues said to each other: no notes, no machines, nothing taken back. */
export function isConversation(message: Message): boolean {
  const { kind, direction, author, deleted, withdrawn, isReaction } = message;
  if (kind !== 'message' || deleted === true || withdrawn === true || isReaction === true)
    return false;
  return direction === 'in' || (direction === 'out' && author.role === 'agent');
}

function firstOfQuestion(said: readonly Message[], at: number): number {
  let first = at;
  for (let index = at - 1; index >= 0 && at - index <= MOST_QUESTIONS; index -= 1) {
    const [earlier, later] = [said[index], said[index + 1]];
    if (earlier === undefined || later === undefined) break;
    if (later.sentAt - earlier.sentAt > LONGEST_GAP) break;
    if (earlier.direction === 'in') first = index;
    else if (settles(earlier)) break;
  }
  return first;
}

/** All that the customer wrote from there on until it was answered, however many messages. */
function burstFrom(said: readonly Message[], first: number): { burst: Message[]; next: number } {
  const burst: Message[] = [];
  let next = first;
  for (let index = first; index < said.length; index += 1) {
    const message = said[index];
    if (message === undefined || message.sentAt - (said[first]?.sentAt ?? 0) > LONGEST_GAP) break;
    if (message.direction === 'out' && settles(message)) break;
    if (message.direction === 'in') {
      burst.push(message);
      next = index + 1;
    }
  }
  return { burst, next };
}

/** At most as many messages of a burst as one question may have, the given one among them. */
function aroundOf(burst: readonly Message[], asked: Pick<Message, 'id'>): Message[] {
  const at = burst.findIndex(({ id }) => id === asked.id);
  const start = Math.max(0, at + 1 - MOST_QUESTIONS);
  return burst.slice(start, start + MOST_QUESTIONS);
}

/** A message of an agent after which the question is answered, well or not. */
function settles({ text }: Message): boolean {
  const words = ownWords(text);
  return isAnswer(words) && !onlyAsksBack(words);
}

/** All that an agent wrote before the customer wrote again; a question back where nothing else came. */
function replyFrom(
  said: readonly Message[],
  next: number,
  isTemplate: (text: string) => boolean,
): Message[] {
  const reply: Message[] = [];
  let last = said[next - 1]?.sentAt ?? 0;
  for (const message of said.slice(next)) {
    if (message.direction === 'in') break;
    if (message.sentAt - last > LONGEST_GAP || reply.length === MOST_REPLIES) break;
    last = message.sentAt;
    const words = ownWords(message.text);
    const isWhole = message.cut !== true && message.deliveryError === undefined;
    if (isWhole && isAnswer(words) && !isTemplate(words)) reply.push(message);
  }
  return reply;
}

/** What the customer had said just before. */
function before(said: readonly Message[], first: number): Message[] {
  return said
    .slice(Math.max(0, first - 6), first)
    .filter(({ direction }) => direction === 'in')
    .slice(-2);
}

/** Whether a reply is not plainly the answer to another message than this one. */
function isMeantFor(reply: Message, asked: Message, others: readonly Message[]): boolean {
  if (others.length === 0 || shared(reply, asked) > 0) return true;
  return others.every((other) => shared(reply, other) < LEAST_SHARED);
}

function shared(a: Message, b: Message): number {
  const terms = questionTerms(ownWords(b.text));
  let sum = 0;
  for (const key of questionTerms(ownWords(a.text)).keys()) sum += terms.get(key)?.term.weight ?? 0;
  return sum;
}
