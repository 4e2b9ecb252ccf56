import type { LastQuestion } from '../../../lib/answers/last-question';
import { ownWords } from '../../../lib/answers/own-words';
import { exchangeOf } from '../../../lib/answers/question-and-reply';
import { closenessOf, type RankedQuestion } from '../../../lib/answers/question-closeness';
import { saysSomething } from '../../../lib/answers/small-talk';
import { languageOf } from '../../../lib/answers/stop-words';
import type { TemplateIndex } from '../../../lib/answers/template-index';
import type { Message } from '../../../lib/model/history';
import type { HeldConversation } from '../../../lib/storage/conversation-queries';

/** What is being asked, and where. */
export interface AskedQuestion {
  question: Extract<LastQuestion, { kind: 'question' }>;
  /** The account on screen: ids are unique within it. */
  connectionId: string;
  /** Recognises texts that were written beforehand. */
  templates: Pick<TemplateIndex, 'isTemplate'>;
}

/** A stored answer, and how close its question is to the one being asked. */
export interface HeldAnswer {
  score: number;
  question: readonly Message[];
  reply: readonly Message[];
  words: { question: string; reply: string };
  held: HeldConversation;
}

/** Questions that share less than this part of the best possible score are similar only by chance. */
const LEAST_SHARE = 0.1;
/** An answer in another language is of less use. */
const FOREIGN_SHARE = 0.3;
/** A longer reply is too much to look through. */
const LONGEST_REPLY = 6_000;
const yearMs = 365 * 24 * 60 * 60_000;

/**
 * The answers in these conversations, each with its score; without those to the very question being asked.
 * In steps.
 */
export function* scoredAnswers(
  conversations: readonly HeldConversation[],
  wanted: AskedQuestion,
  ranked: RankedQuestion,
): Generator<void, HeldAnswer[]> {
  const found: HeldAnswer[] = [];
  for (const held of conversations) {
    for (const reached of held.reached) {
      const answer = answerAt(held, reached, wanted, ranked);
      if (answer !== undefined) found.push(answer);
      yield;
    }
  }
  return found;
}

function answerAt(
  held: HeldConversation,
  reached: Message,
  { question, connectionId, templates }: AskedQuestion,
  ranked: RankedQuestion,
): HeldAnswer | undefined {
  const asked = reached.direction === 'in' ? reached : lastBefore(held.messages, reached);
  if (asked === undefined) return undefined;
  const exchange = exchangeOf(held.messages, asked, (text) => templates.isTemplate(text));
  if (exchange === undefined) return undefined;
  const isItself = exchange.question.some(
    (each) => each.connectionId === connectionId && question.ids.has(each.id),
  );
  const words = {
    question: wordsOf(exchange.question, '\n', saysSomething),
    reply: wordsOf(exchange.reply, '\n\n'),
  };
  if (isItself || words.reply.length > LONGEST_REPLY) return undefined;
  const nearness = isForeign(question.text, words) ? FOREIGN_SHARE : 1;
  const share = (nearness * closenessOf(ranked, words)) / ranked.most;
  if (share < LEAST_SHARE) return undefined;
  // Of two equally close answers the newer one is more likely to be current.
  const age = Date.now() - (exchange.reply[0]?.sentAt ?? 0);
  const score = share * (0.9 + 0.1 * 0.5 ** Math.max(0, age / yearMs));
  return { score, ...exchange, words, held };
}

/** Whether a stored question is known to be in another language than the one being asked. */
function isForeign(asked: string, { question, reply }: HeldAnswer['words']): boolean {
  const language = languageOf(asked);
  const spoken = languageOf(question) ?? languageOf(reply);
  return language !== undefined && spoken !== undefined && spoken !== language;
}

function lastBefore(messages: readonly Message[], { sentAt }: Message): Message | undefined {
  return messages
    .filter((each) => each.kind === 'message' && each.direction === 'in' && each.sentAt <= sentAt)
    .reduce<Message | undefined>(
      (last, each) => (last === undefined || each.sentAt >= last.sentAt ? each : last),
      undefined,
    );
}

function wordsOf(
  messages: readonly Message[],
  between: string,
  isWanted: (text: string) => boolean = () => true,
): string {
  return messages
    .map(({ text }) => ownWords(text))
    .filter((text) => text !== '' && isWanted(text))
    .join(between);
}
