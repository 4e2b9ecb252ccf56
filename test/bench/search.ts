import type { Message } from '../../lib/model/history';
import { searchTerms } from '../../lib/text/search-terms';
import { noFilters } from '../../lib/timeline/filters';
import { matchingKeys } from '../../lib/timeline/matching-rows';
import { SearchIndex } from '../../lib/timeline/search-index';
import { buildTimeline } from '../../lib/timeline/timeline-builder';
import { type Figure, goal, median, peer, timeOf } from './report';

const ITEMS = 10_000;
const ROUNDS = 15;

/** The goals for one key press in a search and for one frame, practices.md §3. */
const KEYSTROKE_MS = 8;
const FRAME_MS = 50;

const texts = [
  'Where is my order, please? It was to be here on Monday.',
  'Die Straße ist gesperrt, der Fahrer kam nicht durch.',
  'Je vous envoie le numéro de suivi dès que possible.',
  'Спасибо, посылка пришла вовремя!',
  'ありがとうございます。荷物が届きました。',
  'شكرا جزيلا على المساعدة',
];

/** Searching 10,000 items of a timeline in six scripts, against its goal and a plain `includes`. */
export function benchSearch(): Figure[] {
  const messages = Array.from({ length: ITEMS }, (_none, index) => message(index));
  const { rows } = buildTimeline({
    messages,
    conversations: [],
    platforms: new Map([['c', 'p']]),
    filters: noFilters,
  });
  const queries = ['o', 'order', 'numero suivi', 'strasse', 'посылка', 'nothing has this'];
  const index = new SearchIndex();
  const preparing = timeOf(() => index.add(messages, messages));
  const search = slowest(queries, (query) => {
    const terms = searchTerms(query);
    return matchingKeys(rows, terms, new Set([...index.find(terms)].flat()));
  });
  const plain = slowest(queries, (query) =>
    messages.filter(({ text }) => text.toLowerCase().includes(query)),
  );
  return [
    goal('search over 10,000 items, slowest of six queries', search, 'ms', KEYSTROKE_MS),
    peer(search, 'ms', 'a plain includes', plain),
    goal('what is prepared once, before the first', preparing, 'ms', FRAME_MS),
  ];
}

function slowest(queries: readonly string[], search: (query: string) => unknown): number {
  const taken = (query: string) =>
    median(Array.from({ length: ROUNDS }, () => timeOf(() => search(query))));
  return Math.max(...queries.map(taken));
}

function message(index: number): Message {
  return {
    connectionId: 'c',
    id: String(index),
    contactId: 'p',
    conversationId: `k${Math.floor(index / 50)}`,
    kind: 'message',
    direction: 'in',
    author: { name: 'Ana Souza', role: 'contact' },
    text: `${texts[index % texts.length]} ${index}`,
    sentAt: 1_790_000_000_000 - index * 60_000,
    timeQuality: 'exact',
    sequence: 0,
    attachments: [],
  };
}
