import { keptText } from '../core/kept-text';
import type { Visitor } from './records';
import type { ChaportSwitches } from './switches';

type TextKey = 'name' | 'email' | 'phone' | 'notes';
const textKeys: readonly TextKey[] = ['name', 'email', 'phone', 'notes'];

/** Applies the body of a PUT; returns what is wrong with it, and changes nothing in that case. */
export function changeVisitor(
  visitor: Visitor,
  change: unknown,
  switches: ChaportSwitches,
): string | undefined {
  if (!isObject(change)) return 'Body must be an object';
  const named = textKeys.filter((key) => key in change);
  const problem = named
    .map((key) => problemOf(key, change[key], switches))
    .find((each) => each !== undefined);
  if (problem !== undefined) return problem;
  for (const key of named) {
    setText(
      visitor,
      key,
      key === 'notes' ? keptNotes(change.notes, switches) : keptField(change[key], switches),
    );
  }
  if (isObject(change.custom)) {
    const kept = switches.customOnPut === 'merge' ? visitor.custom : {};
    visitor.custom = { ...kept, ...textsOf(change.custom) };
  }
  if (isObject(change.utm)) visitor.utm = textsOf(change.utm);
  return undefined;
}

function problemOf(key: TextKey, value: unknown, switches: ChaportSwitches): string | undefined {
  const { emptiedBy } = switches;
  if (value === null) return emptiedBy === 'blank' ? `${key} must be a string` : undefined;
  if (value === '' && emptiedBy === 'null') return `${key} must not be empty`;
  if (typeof value !== 'string') return `${key} must be a string`;
  const limit = key === 'notes' ? switches.notesLimit : null;
  const isOver = limit !== null && value.length > limit;
  return isOver && switches.notesOverLimit === 'refused' ? 'notes too long' : undefined;
}

/** What the service turns a text into when it stores it. */
function keptNotes(value: unknown, { notesKept, notesLimit }: ChaportSwitches): unknown {
  if (typeof value !== 'string') return value;
  const cut = value.slice(0, notesLimit ?? value.length);
  return keptText(cut, notesKept);
}

function keptField(value: unknown, { fieldsKept }: ChaportSwitches): unknown {
  return typeof value === 'string' ? keptText(value, fieldsKept) : value;
}

function setText(visitor: Visitor, key: TextKey, value: unknown): void {
  if (typeof value === 'string' && value !== '') visitor[key] = value;
  else delete visitor[key];
}

function textsOf(object: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, String(value)]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
