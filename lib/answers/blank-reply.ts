import { composeText } from '../replies/compose-reply';
import { plainText } from '../replies/plain-text';
import { fold } from '../text/fold';
import type { BlankKind, BlankRange } from './blank-patterns';
import type { OtherCustomer } from './other-customer';
import { type KnownWords, knownWords, personalRanges } from './personal-ranges';

/** A reply to another customer as a text to insert: a question takes the place of what is personal in it. */
export interface BlankedReply {
  /** With a question, such as `{{ask.name}}`, for each blank. */
  body: string;
  /** False: Markdown is read in it. */
  asWritten: boolean;
  /** `ask.first_name` is where the other customer’s first name was. */
  hasFirstName: boolean;
}

/** A reply with more blanks than this makes no sense. */
const MOST_BLANKS = 30;

/**
 * Takes everything of the other customer out of a reply, in steps: names in whatever spelling, addresses,
 * numbers of five or more digits, dates, ids, links that are not for everybody. Returns `undefined` where
 * that cannot be made sure, or where nearly nothing is left.
 */
export function* blankReply(
  reply: string,
  other: OtherCustomer,
  { isMarkdown }: { isMarkdown: boolean },
): Generator<void, BlankedReply | undefined> {
  const known = knownWords(other);
  const blanked = yield* blankText(reply, known, !isMarkdown);
  if (blanked !== undefined || !isMarkdown) return blanked;
  // Marks within a name or a number hide it: the text as it is shown is examined instead.
  const { text } = composeText({ body: guarded(reply) }, new Map());
  return yield* blankText(plainText(text), known, true);
}

function* blankText(
  reply: string,
  known: KnownWords,
  asWritten: boolean,
): Generator<void, BlankedReply | undefined> {
  const text = guarded(reply);
  const ranges = yield* allRanges(text, known);
  if (ranges.length > MOST_BLANKS) return undefined;
  const names = new Map<string, string>();
  const counts = new Map<BlankKind, number>();
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, kind } of ranges) {
    // A number may have been found around a name that was blanked before it.
    if (start < done) {
      done = Math.max(done, end);
      continue;
    }
    const what = `${kind} ${fold(text.slice(start, end))}`;
    let name = names.get(what);
    if (name === undefined) {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      name = count === 1 ? kind : `${kind}_${count}`;
      names.set(what, name);
    }
    pieces.push(text.slice(done, start), `{{ask.${name}}}`);
    done = end;
  }
  pieces.push(text.slice(done));
  const left = pieces.filter((_piece, index) => index % 2 === 0).join('');
  if (!/\p{L}[\s\S]*\p{L}/u.test(left)) return undefined;
  const body = pieces.join('');
  if (!(yield* isClean(body, asWritten, known))) return undefined;
  return { body, asWritten, hasFirstName: counts.has('first_name') };
}

/** Takes the place of a blank to come: no letter, no digit, no space. */
const blank = '\ue000';
/** The most searches: some things are found only once something beside them is gone. */
const MOST_LOOKS = 4;

function* allRanges(text: string, known: KnownWords): Generator<void, BlankRange[]> {
  const ranges: BlankRange[] = [];
  let left = text;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const found = yield* personalRanges(left, known);
    if (found.length === 0) break;
    for (const { start, end } of found) {
      left = left.slice(0, start) + blank.repeat(end - start) + left.slice(end);
    }
    ranges.push(...found);
  }
  return ranges.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Separates braces and percent signs that would be read as a variable or as logic. */
function guarded(text: string): string {
  return text.replace(/\{(?=[{%])/g, '{ ').replace(/[\ufdd0-\ufdd2]/g, '');
}

/** Looks once more at what would be inserted when every blank is filled. */
function* isClean(body: string, asWritten: boolean, known: KnownWords): Generator<void, boolean> {
  const values = new Map(
    [...body.matchAll(/\{\{(ask\.\w+)\}\}/g)].map(([, name = '']) => [name, blank]),
  );
  const { text } = composeText({ body, asWritten }, values, values);
  return (yield* personalRanges(plainText(text), known)).length === 0;
}
