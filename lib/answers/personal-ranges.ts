import { fold } from '../text/fold';
import type { BlankKind, BlankRange } from './blank-patterns';
import { hanSalutationRanges } from './han-salutation-ranges';
import { labelledNameRanges } from './labelled-name-ranges';
import { type NameForms, nameForms } from './name-forms';
import { nameRanges } from './name-ranges';
import type { OtherCustomer } from './other-customer';
import { patternRanges } from './pattern-ranges';
import { bareHostPattern, bareLinkPattern, linkPattern } from './public-pages';
import { salutationRanges } from './salutation-ranges';
import { seenText } from './seen-text';
import { vocativeRanges } from './vocative-ranges';

/** What is known about a customer, ready to be looked for in texts. */
export interface KnownWords {
  forms: NameForms;
  /** What is looked for word for word, folded. */
  phrases: readonly (readonly [text: string, kind: BlankKind])[];
  /** A link with one of these in it is that customer's, folded. */
  inLinks: readonly string[];
}

/** A shorter part of a name is found in many links. */
const LEAST_IN_LINK = 3;

/** Makes it ready: names in all their spellings, other values word for word. */
export function knownWords({ names, maybeNames, values, handles }: OtherCustomer): KnownWords {
  const phrases = [
    ...[...names].map((text) => [seenText(text).text.trim(), 'name'] as const),
    ...[...values].map((text) => [seenText(text).text.trim(), 'detail'] as const),
  ];
  // Two letters of an alphabet are part of any text; two signs of another script are a name.
  const isTold = (text: string) => text.length > 2 || /\P{ASCII}/u.test(text);
  const forms = nameForms(names, maybeNames);
  const inLinks = [...forms.parts.keys(), ...[...handles].map(fold)];
  return {
    forms,
    inLinks: inLinks.filter((text) => text.length >= LEAST_IN_LINK),
    phrases: phrases.filter(([text]) => isTold(text)),
  };
}

/** What is personal in a text, in order and without overlaps; in steps. */
export function* personalRanges(
  text: string,
  { forms, phrases, inLinks }: KnownWords,
): Generator<void, BlankRange[]> {
  const { text: folded, starts, ends } = seenText(text);
  const isUpper = (at: number) => /\p{Lu}|\p{Lt}/u.test(text.slice(starts[at], ends[at]));
  // Folding makes a blank of the end of a line, where a sentence ends.
  const lined = folded.replace(/ /g, (blank, at: number) =>
    text[starts[at] ?? 0] === '\n' ? '\n' : blank,
  );
  const found = yield* patternRanges(folded, isUpper);
  const searches = [
    () => nameRanges(folded, forms, isUpper),
    () => salutationRanges(lined, isUpper),
    () => vocativeRanges(lined, isUpper),
    () => labelledNameRanges(lined, isUpper),
    () => hanSalutationRanges(lined),
    () => phraseRanges(folded, phrases),
  ];
  for (const search of searches) {
    yield;
    found.push(...search());
  }
  found.push(...linkRanges(folded, found, inLinks));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: BlankRange[] = [];
  for (const range of found) {
    const last = joined.at(-1);
    const between = last && folded.slice(last.end, range.start);
    if (last === undefined || between === undefined) joined.push({ ...range });
    else if (range.start < last.end) join(last, range);
    else if (isOneName(last, range) && /^(?:[ \u00a0]|[ .]{0,2}|-|['’])$/.test(between))
      join(last, range);
    else joined.push({ ...range });
  }
  return joined.map(({ start, end, kind }) => ({
    start: starts[start] ?? 0,
    end: ends[end - 1] ?? text.length,
    kind,
  }));
}

function isOneName(a: BlankRange, b: BlankRange): boolean {
  return [a.kind, b.kind].every((kind) => kind === 'name' || kind === 'first_name');
}

function join(range: BlankRange, other: BlankRange): void {
  // A first name that was found twice, by its record and by the greeting before it, is one.
  const isSame = range.start === other.start && range.end === other.end;
  if (isSame && isOneName(range, other)) {
    if (other.kind === 'first_name') range.kind = 'first_name';
    return;
  }
  if (isOneName(range, other)) range.kind = 'name';
  range.end = Math.max(range.end, other.end);
}

/** Links in which one of these ranges was found, or with one of these parts; hosts with more than a part alone. */
function linkRanges(
  folded: string,
  found: readonly BlankRange[],
  inLinks: readonly string[],
): BlankRange[] {
  const matches = (pattern: RegExp) =>
    [...folded.matchAll(pattern)].map(({ index: start, 0: link }) => ({ link, start }));
  const links = [...matches(linkPattern), ...matches(bareLinkPattern)].filter(
    ({ link, start }) =>
      found.some((each) => each.start < start + link.length && each.end > start) ||
      inLinks.some((text) => link.includes(text)),
  );
  const isWithin = (label: string) =>
    inLinks.some((text) => text.length < label.length && label.includes(text));
  const hosts = matches(bareHostPattern).filter(({ link }) => link.split('.').some(isWithin));
  return [...links, ...hosts].map(({ link, start }) => ({
    ...{ start, end: start + link.length },
    kind: 'link',
  }));
}

function phraseRanges(folded: string, phrases: KnownWords['phrases']): BlankRange[] {
  const found: BlankRange[] = [];
  const isWord = (at: number) => /[\p{L}\p{N}]/u.test(folded.charAt(at));
  for (const [text, kind] of phrases) {
    for (let at = folded.indexOf(text); at !== -1; at = folded.indexOf(text, at + 1)) {
      const end = at + text.length;
      const isPart = /^[a-z0-9]/.test(text) && (isWord(at - 1) || isWord(end));
      if (!isPart) found.push({ start: at, end, kind });
    }
  }
  return found;
}
