import Fuse from 'fuse.js';
import type { Reply } from '../../lib/model/reply';
import { composeReply } from '../../lib/replies/compose-reply';
import { ReplyIndex } from '../../lib/replies/search-replies';
import { suggestReplies } from '../../lib/replies/suggest-replies';
import { createRandom } from '../helpdesks/world/random';
import { type Figure, goal, median, timeOf } from './report';

const RESPONSES = 5_000;
const FRAME_MS = 16;

/** The goal for one key press, practices.md §3. */
const KEYSTROKE_MS = 8;

const subjects =
  'refund parcel invoice password delivery warranty subscription discount account address tent lamp jacket voucher payment receipt return exchange size colour stock shipping tracking courier customs battery manual repair complaint cancellation upgrade contract trial seat licence login invitation export import report'.split(
    ' ',
  );
const filler =
  'thank you for writing we are sorry about this please send the number of your order and we look into it today it usually takes two to four working days you can follow everything in your account if there is anything else let us know kind regards the team'.split(
    ' ',
  );

/**
 * What somebody types, key by key: a shortcut, words of a title, of a body, a typing error, a word that is
 * nowhere.
 */
const typed = ['re-12', 'refund voucher', 'working days', 'subscritpion', 'zzzz', 'größe tent'];

/** Finding one of 5,000 canned responses, per key press, against Fuse.js on the same data. */
export function benchReplies(): Figure[] {
  const replies = Array.from({ length: RESPONSES }, (_, index) => response(index));
  const keys = typed.flatMap((text) => [...text].map((_, at) => text.slice(0, at + 1)));
  const index = new ReplyIndex(replies);
  const place = index.suitabilityOf({ usage: new Map(), now: 0 });
  // What the panel shows before the first key.
  index.search('', place);
  const fuse = new Fuse(replies, {
    keys: [
      { name: 'shortcut', weight: 4 },
      { name: 'title', weight: 3 },
      { name: 'tags', weight: 2 },
      'body',
    ],
    ignoreLocation: true,
  });
  const own = times(keys, (key) => index.search(key, place));
  const fuses = times(keys, (key) => fuse.search(key));
  const paragraph = `Hi {{contact.name}}, **${filler.slice(0, 20).join(' ')}** ${filler.join(' ')}.`;
  const long = Array.from({ length: 60 }, () => paragraph).join('\n\n');
  const values = new Map([['contact.name', 'Ana']]);
  const message = 'My parcel did not come and I want a refund';
  return [
    goal('a key press over 5,000 responses', median(own), 'ms', KEYSTROKE_MS),
    {
      ...goal('how many times Fuse.js takes as long', median(fuses) / median(own), '×', 20),
      isMoreBetter: true,
    },
    goal('the slowest key press', Math.max(...own), 'ms', FRAME_MS),
    goal(
      'building the index',
      timeOf(() => new ReplyIndex(replies)),
      'ms',
      300,
    ),
    goal(
      'three suggestions, once the words are known',
      median(times(Array(9).fill(message), (text) => suggestReplies(index, text, place))),
      'ms',
      FRAME_MS,
    ),
    goal(
      'filling and reading a response of 20,000 signs',
      median(times([long, long, long], (body) => composeReply(body, values))),
      'ms',
      100,
    ),
  ];
}

function response(index: number): Reply {
  const random = createRandom(index);
  const words = (list: readonly string[], count: number): string =>
    Array.from({ length: count }, () => random.pick(list)).join(' ');
  return {
    source: 'own',
    id: String(index),
    title: words(subjects, 3),
    shortcut: `${random.pick(subjects).slice(0, 2)}-${index}`,
    body: `${words(filler, 40)} ${words(subjects, 4)} ${words(filler, 40)}`,
    tags: [random.pick(subjects)],
    variants: [],
    platforms: [],
  };
}

function times(inputs: readonly string[], work: (input: string) => unknown): number[] {
  // The peer takes half a second for each: one is enough to warm up.
  for (const input of inputs.slice(-1)) work(input);
  return inputs.map((input) => timeOf(() => work(input)));
}
