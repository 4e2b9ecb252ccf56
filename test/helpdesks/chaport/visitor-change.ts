import { keptText } from '../core/kept-text';
import type { Visitor } from './records';
import type { ChaportSwitches } from './switches';

type TextKey = 'name' | 'email' | 'phone' | 'notes';
const textKeys: readonly TextKey[] = ['name', 'email', 'phone', 'notes'];

/** Applies the body of a PUT; returns what is wrong with it, having changed nothing then. */
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
    const value = change[key];
    const isKept = key === 'notes' && typeof value === 'string';
    setText(visitor, key, isKept ? keptText(value, switches.notesText) : value);
  }
  if (isObject(change.custom)) {
    const kept = switches.customOnPut === 'merge' ? visitor.custom : {};
    visitor.custom = { ...kept, ...textsOf(change.custom) };
  }
  if (isObject(change.utm)) visitor.utm = textsOf(change.utm);
  return undefined;
}

function problemOf(key: TextKey, value: unknown, switches: ChaportSwitches): string | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'string') return `${key} must be a string`;
  const limit = key === 'notes' ? switches.notesLimit : null;
  return limit !== null && value.length > limit ? 'notes too long' : undefined;
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
