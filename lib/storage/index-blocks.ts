import { ByteReader, ByteWriter } from './bytes';

/** Terms, each with the numbers of the entries it leads to, ascending. */
export type Postings = ReadonlyMap<string, readonly number[]>;

/** In which block of its segment a term is, or the terms that begin so: of two characters or more. */
export function bucketOf(term: string): string {
  if (term.startsWith('#')) return term.slice(0, 3);
  if (term.startsWith('=')) return [...term].slice(0, 2).join('');
  return term.slice(0, 2);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Terms and entries as bytes, the smallest form that is read in one pass: the terms in order, each
 * without what it has in common with the one before; of the numbers the steps between them, seven bits
 * to a byte.
 */
export function encodeBlock(postings: Postings): Uint8Array {
  const out = new ByteWriter();
  let before: Uint8Array = new Uint8Array();
  for (const term of [...postings.keys()].sort()) {
    const bytes = encoder.encode(term);
    const shared = sharedLength(before, bytes);
    out.number(shared);
    out.number(bytes.length - shared);
    out.bytes(bytes.subarray(shared));
    writeNumbers(out, postings.get(term) ?? []);
    before = bytes;
  }
  return out.written();
}

function writeNumbers(out: ByteWriter, numbers: readonly number[]): void {
  let length = 0;
  let last = 0;
  for (const number of numbers) {
    length += bytesOf(number - last);
    last = number;
  }
  out.number(length);
  last = 0;
  for (const number of numbers) {
    out.number(number - last);
    last = number;
  }
}

function bytesOf(number: number): number {
  let bytes = 1;
  for (let left = number; left >= 0x80; left >>>= 7) bytes += 1;
  return bytes;
}

/**
 * Calls `visit` with every entry of a term with this beginning, or with `isWhole` of that very term;
 * with some more than once.
 */
export function visitEntries(
  block: Uint8Array,
  prefix: string,
  visit: (entry: number) => void,
  isWhole = false,
): void {
  const wanted = encoder.encode(prefix);
  walk(block, (term, length, input, end) => {
    const isLong = isWhole ? length === wanted.length : length >= wanted.length;
    const isWanted = isLong && wanted.every((byte, at) => term[at] === byte);
    if (isWanted) readNumbers(input, end, visit);
  });
}

/** All that is in a block. */
export function decodeBlock(block: Uint8Array): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  walk(block, (term, length, input, end) => {
    const numbers: number[] = [];
    readNumbers(input, end, (number) => numbers.push(number));
    postings.set(decoder.decode(term.subarray(0, length)), numbers);
  });
  return postings;
}

/** The block without these entries; `undefined` if nothing is left, the same block if it had none of them. */
export function withoutEntries(
  block: Uint8Array,
  gone: ReadonlySet<number>,
): Uint8Array | undefined {
  const left = new Map<string, readonly number[]>();
  let isTouched = false;
  for (const [term, numbers] of decodeBlock(block)) {
    const kept = numbers.filter((number) => !gone.has(number));
    isTouched ||= kept.length < numbers.length;
    if (kept.length > 0) left.set(term, kept);
  }
  if (!isTouched) return block;
  return left.size === 0 ? undefined : encodeBlock(left);
}

type VisitTerm = (term: Uint8Array, length: number, input: ByteReader, end: number) => void;

/** Goes through the terms; `visit` may read a term's numbers, up to `end`, or skip them. */
function walk(block: Uint8Array, visit: VisitTerm): void {
  const input = new ByteReader(block);
  const term = new Uint8Array(1_024);
  while (input.at < block.length) {
    const shared = input.number();
    const own = input.number();
    term.set(block.subarray(input.at, input.at + own), shared);
    input.at += own;
    const end = input.number() + input.at;
    visit(term, shared + own, input, end);
    input.at = end;
  }
}

function readNumbers(input: ByteReader, end: number, visit: (number: number) => void): void {
  let number = 0;
  while (input.at < end) {
    number += input.number();
    visit(number);
  }
}

function sharedLength(one: Uint8Array, other: Uint8Array): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}
