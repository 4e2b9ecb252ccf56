import { wait } from '../async/wait';
import type { ComposedText } from '../model/composed-text';
import type { Formatting } from '../model/composer';
import type { Refusal } from '../model/insertion';
import { dispatchChangeEvents } from './change-events';
import {
  type DraftAroundCaret,
  holdsInserted,
  isNativeField,
  rangeIn,
  readDraft,
  wholeText,
} from './composer-content';
import { focusComposer } from './focus-composer';
import { isSendDisabled } from './send-button';
import { historyGroupMs, type Technique, takeBack, techniquesFor } from './techniques';
import { isBareField } from './visible-text';

/** Where text is to go, as the page says at this moment. */
export interface InsertTarget {
  element: HTMLElement;
  formatting: readonly Formatting[];
  /** The most characters, where known. */
  limit?: number | undefined;
  /** True where words such as `/refund` open the helpdesk's own picker. */
  hasPicker: boolean;
}

export interface InsertPorts {
  /** Looks for the composer again, and whether it is still the right one. */
  find(): InsertTarget | Refusal;
  /** Where the caret was last in this element, for when the page's selection is elsewhere now. */
  lastCaret(element: HTMLElement): Range | undefined;
  /** How long ago (ms) somebody typed into this element. */
  sinceTyping(element: HTMLElement): number;
}

/** What is needed to take an insertion back. */
export interface InsertionRecord {
  element: HTMLElement;
  before: string;
  after: string;
  undo: Technique['undo'];
}

export type InsertResult =
  | { kind: 'inserted'; insertion: InsertionRecord }
  | { kind: 'refused'; reason: Refusal; limit?: number | undefined }
  | { kind: 'doubtful' };

/** Editors apply a paste at once or in the task after (ms). */
const SETTLE_MS = 16;

/** A slow one gets this much more (ms) before what it shows is judged. */
const SLOW_MS = 80;

/**
 * Puts text at the caret of the composer, keeping the draft around it, and reads it back. Never
 * presses a key, never sends. Pages replace their composers: the composer is looked for again after
 * each wait. Throws the signal's reason on abort.
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
    await wait(historyGroupMs(element) - ports.sinceTyping(element), signal);
    await focusComposer(element, ports.lastCaret(element), signal);
    const target = ports.find();
    if (typeof target === 'string') return { kind: 'refused', reason: target };
    if (target.element === element) return putInto(target, text, ports, signal);
  }
  return { kind: 'refused', reason: 'no-composer' };
}

async function putInto(
  target: InsertTarget,
  text: ComposedText,
  ports: InsertPorts,
  signal: AbortSignal,
): Promise<InsertResult> {
  const { element, formatting } = target;
  const before = wholeText(element);
  const draft = readDraft(element);
  const closed = target.hasPicker ? closeTrigger(text) : text;
  for (const technique of techniquesFor(element, closed, formatting)) {
    const result = await tryTechnique(target, { technique, draft, before }, ports, signal);
    if (result !== undefined) return result;
  }
  return { kind: 'refused', reason: 'not-taken' };
}

interface Try {
  technique: Technique;
  draft: DraftAroundCaret;
  /** All of the composer's text before. */
  before: string;
}

/** `undefined` where the composer is as before, so that another technique may be tried. */
async function tryTechnique(
  target: InsertTarget,
  { technique, draft, before }: Try,
  ports: InsertPorts,
  signal: AbortSignal,
): Promise<InsertResult | undefined> {
  const { element } = target;
  const limit = limitOf(target);
  if (limit !== undefined && lengthWith(draft, technique.visible) > limit) {
    return { kind: 'refused', reason: 'too-long', limit };
  }
  const refusal = whyNot(element, ports.find());
  if (refusal !== undefined) return { kind: 'refused', reason: refusal };
  const hasElements = expectElements(element, technique);
  const isTaken = technique.apply(element);
  const attempt = { draft, before, isTaken, visible: technique.visible };
  const isIn = await isInserted(element, attempt, signal);
  if (isIn && hasElements()) {
    if (!(await isNoticed(element, attempt, signal))) return { kind: 'doubtful' };
    const insertion = { element, before, after: wholeText(element), undo: technique.undo };
    return { kind: 'inserted', insertion };
  }
  if (isIn) {
    takeBack(element, technique.undo);
    await wait(SLOW_MS, signal);
  }
  return wholeText(element) === before ? undefined : { kind: 'doubtful' };
}

/** Counts what stays there; the result says whether the technique's elements have been added to it. */
function expectElements(element: HTMLElement, { elements }: Technique): () => boolean {
  const selected = rangeIn(element);
  const wanted = [...(elements ?? [])].map(([selector, more]) => {
    const there = [...element.querySelectorAll(selector)];
    const kept = there.filter((each) => selected === undefined || isKept(each, selected));
    return [selector, kept.length + more] as const;
  });
  return () =>
    wanted.every(([selector, count]) => element.querySelectorAll(selector).length >= count);
}

/**
 * Whether an element certainly stays when what is selected is replaced. It may go where all its text is
 * selected, also from within; and where its beginning is, together with what stands before it, because the rest
 * is joined to that. A link stays as long as one of its letters does.
 */
function isKept(element: Element, selected: Range): boolean {
  if (!selected.intersectsNode(element)) return true;
  const [head, tail] = [selected.cloneRange(), selected.cloneRange()];
  head.setStart(element, 0);
  head.setEnd(selected.startContainer, selected.startOffset);
  tail.setEnd(element, element.childNodes.length);
  tail.setStart(selected.endContainer, selected.endOffset);
  if (head.toString() !== '') return true;
  const isOwnEnd = element.contains(selected.startContainer) || element.matches('a');
  return isOwnEnd && tail.toString() !== '';
}

/** Between two tries the page may have turned to somebody else, or taken the caret away. */
function whyNot(element: HTMLElement, now: InsertTarget | Refusal): Refusal | undefined {
  if (typeof now === 'string') return now;
  // Where the page does not let the composer have the caret, the text would go to where the caret is.
  const hasCaret = element.contains(element.ownerDocument.activeElement);
  return now.element === element && hasCaret ? undefined : 'not-taken';
}

/**
 * Lets the page know, and checks that it does: some pages notice only keys that are let go, or the end
 * of a change, and would send nothing. An editor with a model of its own knows already.
 */
async function isNoticed(
  element: HTMLElement,
  { draft, visible }: InsertAttempt,
  signal: AbortSignal,
): Promise<boolean> {
  if (!isBareField(element)) return true;
  dispatchChangeEvents(element);
  await wait(SETTLE_MS, signal);
  if (isSendDisabled(element)) await wait(SLOW_MS, signal);
  return (
    holdsInserted(element, draft, visible) && (visible.trim() === '' || !isSendDisabled(element))
  );
}

interface InsertAttempt {
  draft: DraftAroundCaret;
  /** All of the composer's text before. */
  before: string;
  /** Whether the technique says that the page handled it. */
  isTaken: boolean;
  /** The text as it should show. */
  visible: string;
}

/** A return value proves nothing, so only the composer's own text counts. */
async function isInserted(
  element: HTMLElement,
  { draft, before, isTaken, visible }: InsertAttempt,
  signal: AbortSignal,
): Promise<boolean> {
  await wait(SETTLE_MS, signal);
  if (holdsInserted(element, draft, visible)) return true;
  if (!isTaken && wholeText(element) === before) return false;
  await wait(SLOW_MS, signal);
  return holdsInserted(element, draft, visible);
}

function limitOf({ element, limit }: InsertTarget): number | undefined {
  const own = isNativeField(element) && element.maxLength >= 0 ? element.maxLength : undefined;
  if (own === undefined || limit === undefined) return own ?? limit;
  return Math.min(own, limit);
}

function lengthWith(draft: DraftAroundCaret, visible: string): number {
  return draft.head.length + visible.length + draft.tail.length;
}

/** An end of text that opens a helpdesk's own picker: `/word`, `@word`, `:word`; or an open `{{`. */
function opensPicker(end: string): boolean {
  return /(?:^|\s)[/@:]\S*$/.test(end) || end.lastIndexOf('{{') > end.lastIndexOf('}');
}

/**
 * Adds a space where the text would end inside a word that a helpdesk's picker waits for: while the
 * picker is open, the human's Enter would pick instead of send.
 */
export function closeTrigger(text: ComposedText): ComposedText {
  const last = text.blocks.at(-1);
  if (last === undefined || last.kind === 'code') return text;
  const spans = last.kind === 'list' ? (last.items.at(-1) ?? []) : last.spans;
  if (!opensPicker(spans.map((span) => span.text).join(''))) return text;
  const closed = [...spans, { text: ' ' }];
  const block =
    last.kind === 'list'
      ? { ...last, items: [...last.items.slice(0, -1), closed] }
      : { ...last, spans: closed };
  return { blocks: [...text.blocks.slice(0, -1), block] };
}
