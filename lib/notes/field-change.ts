import { lettersAndDigits } from '../text/letters-and-digits';
import { readField, writeField } from './field-block';
import type { NoteCopy, ReadCopy } from './note-copy';
import { sameText } from './note-text';

/** Copies to put into a text field, and ids of notes to take out of it. */
export interface FieldChange {
  put: readonly NoteCopy[];
  remove: readonly string[];
}

/** The field after the change; notes keep their order, new ones come last. */
export function changedField(field: string, { put, remove }: FieldChange): string {
  const wanted = new Map(put.map((copy) => [copy.id, copy]));
  const { copies } = readField(field);
  const kept = copies
    .filter(({ id }) => !remove.includes(id))
    .map((copy) => changedCopy(copy, wanted.get(copy.id)));
  const known = new Set(kept.map(({ id }) => id));
  return writeField(field, [...kept, ...put.filter(({ id }) => !known.has(id))]);
}

/** A copy that is there already is left as it is. */
function changedCopy<T extends ReadCopy>(copy: T, wanted: NoteCopy | undefined): T | NoteCopy {
  return wanted === undefined || isWritten(wanted, copy) ? copy : wanted;
}

/** Whether a field that was read again shows the change. */
export function showsChange(field: string, { put, remove }: FieldChange): boolean {
  const { copies } = readField(field);
  const byId = new Map(copies.map((copy) => [copy.id, copy]));
  return (
    put.every((copy) => isWritten(copy, byId.get(copy.id))) && !remove.some((id) => byId.has(id))
  );
}

/** Whether a copy that is to be changed has changed since the change was planned. */
export function changedMeanwhile(before: string, now: string, { put, remove }: FieldChange) {
  const [then, since] = [before, now].map(
    (field) => new Map(readField(field).copies.map(({ id, raw }) => [id, raw])),
  );
  return [...put.map(({ id }) => id), ...remove].some((id) => then?.get(id) !== since?.get(id));
}

/**
 * Whether a field stores another text than it was given: `now` is `written` with other signs, blanks,
 * tags, accents or line ends, with signs of HTML written out, or cut short within our block. Text that
 * somebody else wrote meanwhile does not count.
 */
export function isAltered(written: string, now: string): boolean {
  if (forms.some((of) => lettersAndDigits(of(now)) === lettersAndDigits(of(written))))
    return now !== written;
  const [whole, kept] = [lettersAndDigits(written), lettersAndDigits(now)];
  return (
    kept.length > lettersAndDigits(readField(written).outside).length && whole.startsWith(kept)
  );
}

/**
 * Whether a copy that was written stands in the field in a form that nobody can read: its line is there,
 * or all letters of `written` are, and no copy is. People who remove a copy leave neither.
 */
export function isGarbled(written: string, now: string, { put }: FieldChange): boolean {
  const readable = new Set(readField(now).copies.map(({ id }) => id));
  const lost = put.filter(({ id }) => !readable.has(id));
  const { outside } = readField(written);
  const hasLine = lost.some(({ id, revision }) => {
    const [there, before] = [now, outside].map((text) =>
      text.toLowerCase().split(`${id}.${revision}`),
    );
    return (there?.length ?? 0) > (before?.length ?? 0);
  });
  return hasLine || (lost.length > 0 && lettersOf(now) === lettersOf(written));
}

/** Whether two texts around a block are the same, apart from what any writing there does to their ends. */
export function sameOutside(one: string, other: string): boolean {
  return endless(one) === endless(other);
}

/** Whether the text around a block contains a text, apart from what any writing does to the ends. */
export function standsIn(outside: string, text: string): boolean {
  return endless(outside).includes(endless(text));
}

function endless(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** What a field may have done to both texts before their letters and digits are compared. */
const forms: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.normalize('NFKD').replace(/[\u0300-\u036f]+/g, ''),
  (text) => text.replace(/<\/?[a-z][^<>]*>/gi, ''),
];

/** What is left of a text whose digits were concealed. */
function lettersOf(text: string): string {
  return lettersAndDigits(text).replace(/\p{N}+/gu, '');
}

function isWritten(copy: NoteCopy, found: ReadCopy | undefined): boolean {
  return (
    found !== undefined &&
    !found.edited &&
    found.revision === copy.revision &&
    sameText(found.text, copy.text)
  );
}
