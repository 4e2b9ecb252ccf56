import { findPastAnswers } from '../../components/panel/past-answers/find-past-answers';
import { TemplateIndex } from '../../lib/answers/template-index';
import { DesksideDatabase } from '../../lib/storage/database';
import { IndexReader } from '../../lib/storage/index-reader';
import { FullTextIndexer } from '../../lib/worker/full-text/indexer';
import { type HeldConversations, heldConversations } from './past-questions/conversations';

/** Runs in a browser's page: questions whose right answer is known, put to what a team has stored. */
export interface PastAnswerFigures {
  questions: number;
  ours: Rates;
  overlap: Rates;
  /** How many messages were stored when the time was measured. */
  messages: number;
  /** Ms until the answers to a question are there: the median, and the longest. */
  usual: number;
  longest: number;
  /** The longest time (ms) for which the thread was blocked meanwhile. */
  longestTurn: number;
}

/** How many of the questions had their answer first, and among the first three. */
interface Rates {
  first: number;
  three: number;
}

const COPIES = 20;
const TIMED = 40;

async function measure(): Promise<PastAnswerFigures> {
  const held = heldConversations();
  const few = await hold('bench-past-answers', held);
  const ours: Rates = { first: 0, three: 0 };
  const overlap: Rates = { first: 0, three: 0 };
  const byOverlap = wordOverlap(held);
  for (const { text, conversationId } of held.questions) {
    count(ours, await few.ask(text), conversationId);
    count(overlap, byOverlap(text), conversationId);
  }
  await few.end();
  const many = heldConversations(COPIES);
  const all = await hold('bench-many-past-answers', many);
  const turns = watchTurns();
  const times: number[] = [];
  for (const { text } of many.questions.slice(0, TIMED)) {
    const start = performance.now();
    await all.ask(text);
    times.push(performance.now() - start);
  }
  const longestTurn = turns.longest();
  await all.end();
  times.sort((a, b) => a - b);
  return {
    ...{ questions: held.questions.length, ours, overlap, messages: many.messages.length },
    ...{ usual: times[TIMED / 2] ?? 0, longest: times[TIMED - 1] ?? 0, longestTurn },
  };
}

/** A database with all of it, indexed; `ask` returns the conversations of the answers, the best first. */
async function hold(name: string, { contacts, conversations, messages }: HeldConversations) {
  const database = new DesksideDatabase(name);
  await database.delete();
  await database.open();
  await database.contacts.bulkPut(contacts);
  await database.conversations.bulkPut(conversations);
  for (let from = 0; from < messages.length; from += PART) {
    await database.messages.bulkPut(messages.slice(from, from + PART));
  }
  await new FullTextIndexer(database).wake();
  const reader = new IndexReader(database);
  const wanted = {
    ...{ connectionId: 'desk-0', templates: new TemplateIndex(), personOf: new Map() },
  };
  const { signal } = new AbortController();
  return {
    ask: async (text: string): Promise<string[]> => {
      const question = { kind: 'question', text, ids: new Set<string>() } as const;
      const answers = await findPastAnswers(database, reader, { ...wanted, question }, signal);
      return answers.map(({ conversation }) => conversation?.id ?? '');
    },
    end: async () => {
      reader.close();
      await database.delete();
    },
  };
}

const PART = 5_000;

function count(rates: Rates, places: readonly string[], right: string): void {
  if (places[0] === right) rates.first += 1;
  if (places.slice(0, 3).includes(right)) rates.three += 1;
}

/** The peer: conversations ranked by how many of the question's words their customer wrote too. */
function wordOverlap({ messages }: HeldConversations): (text: string) => string[] {
  const words = new Map<string, Set<string>>();
  for (const { conversationId, direction, text } of messages) {
    if (direction !== 'in') continue;
    const own = words.get(conversationId) ?? new Set<string>();
    words.set(conversationId, own);
    for (const word of wordsOf(text)) own.add(word);
  }
  return (text) => {
    const asked = wordsOf(text);
    return [...words]
      .map(([id, own]) => {
        const shared = asked.filter((word) => own.has(word)).length;
        return { id, shared: shared / (asked.length + own.size - shared) };
      })
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared)
      .slice(0, 3)
      .map(({ id }) => id);
  };
}

/** The browser itself reports whenever the thread was blocked for 50 ms or more. */
function watchTurns(): { longest(): number } {
  const durations: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) durations.push(duration);
  });
  observer.observe({ type: 'longtask' });
  return {
    longest: () => {
      for (const { duration } of observer.takeRecords()) durations.push(duration);
      observer.disconnect();
      return Math.max(0, ...durations);
    },
  };
}

/** Words as a browser separates them, in any script. */
function wordsOf(text: string): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  const parts = [...segmenter.segment(text.toLowerCase())];
  return [...new Set(parts.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment))];
}

Reflect.set(globalThis, 'measurePastAnswers', measure);
