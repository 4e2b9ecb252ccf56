import type { ComposedText } from '../model/composed-text';
import type { Refusal } from '../model/insertion';
import type { Formatting } from '../model/page';
import { historyGroupMs } from './history-group';
import { pause } from './pause';
import { type Draft, holds, isField, readDraft, wholeText } from './surface';
import { type Technique, techniquesFor } from './techniques';
import { closeTrigger } from './triggers';
import { wake } from './wake';

/** Where text is to go, as the page says at this moment. */
export interface Target {
  element: HTMLElement;
  formatting: readonly Formatting[];
  /** The most characters, where known. */
  limit?: number | undefined;
  /** True where words such as `/refund` open the helpdesk's own picker. */
  hasPicker: boolean;
}

export interface InsertPorts {
  /** Looks for the composer anew, and whether it is still the right one. */
  find(): Target | Refusal;
  /** Where the caret was last in this element, for when the page's selection is elsewhere now. */
  lastCaret(element: HTMLElement): Range | undefined;
  /** So long ago (ms) somebody typed into this element. */
  sinceTyping(element: HTMLElement): number;
}

/** What is needed to take an insertion back. */
export interface Insertion {
  element: HTMLElement;
  before: string;
  after: string;
  undo: Technique['undo'];
}

export type InsertResult =
  | { kind: 'inserted'; insertion: Insertion }
  | { kind: 'refused'; reason: Refusal; limit?: number | undefined }
  | { kind: 'doubtful' };

/** Editors take a paste at once or in the task after (ms). */
const SETTLE_MS = 16;

/** A slow one gets this much more (ms) before what it shows is judged. */
const SLOW_MS = 80;

/**
 * Puts text at the caret of the composer, keeping the draft around it, and reads it back. Never
 * presses a key, never sends. Composers are made anew by their pages: each is looked for again
 * after a wait. Throws the signal's reason on abort.
 */
export async function insertText(
  text: ComposedText,
  ports: InsertPorts,
  signal: AbortSignal,
): Promise<InsertResult> {
  for (let tries = 0; tries < 3; tries += 1) {
    const first = ports.find();
    if (typeof first === 'string') return { kind: 'refused', reason: first };
    const { element } = first;
    await pause(historyGroupMs(element) - ports.sinceTyping(element), signal);
    await wake(element, ports.lastCaret(element), signal);
    const target = ports.find();
    if (typeof target === 'string') return { kind: 'refused', reason: target };
    if (target.element === element) return putInto(target, text, signal);
  }
  return { kind: 'refused', reason: 'no-composer' };
}

async function putInto(
  target: Target,
  text: ComposedText,
  signal: AbortSignal,
): Promise<InsertResult> {
  const { element, formatting } = target;
  const before = wholeText(element);
  const draft = readDraft(element);
  const closed = target.hasPicker ? closeTrigger(text) : text;
  for (const technique of techniquesFor(element, closed, formatting)) {
    const limit = limitOf(target);
    if (limit !== undefined && lengthWith(draft, technique.shown) > limit) {
      return { kind: 'refused', reason: 'too-long', limit };
    }
    const isTaken = technique.act(element);
    if (await isThere(element, draft, technique, { before, isTaken }, signal)) {
      const insertion = { element, before, after: wholeText(element), undo: technique.undo };
      return { kind: 'inserted', insertion };
    }
    if (wholeText(element) !== before) return { kind: 'doubtful' };
  }
  return { kind: 'refused', reason: 'not-taken' };
}

/** A return value proves nothing, so only the composer's own text counts. */
async function isThere(
  element: HTMLElement,
  draft: Draft,
  { shown }: Technique,
  { before, isTaken }: { before: string; isTaken: boolean },
  signal: AbortSignal,
): Promise<boolean> {
  await pause(SETTLE_MS, signal);
  if (holds(element, draft, shown)) return true;
  if (!isTaken && wholeText(element) === before) return false;
  await pause(SLOW_MS, signal);
  return holds(element, draft, shown);
}

function limitOf({ element, limit }: Target): number | undefined {
  const own = isField(element) && element.maxLength >= 0 ? element.maxLength : undefined;
  if (own === undefined || limit === undefined) return own ?? limit;
  return Math.min(own, limit);
}

function lengthWith(draft: Draft, shown: string): number {
  return draft.head.length + shown.length + draft.tail.length;
}
