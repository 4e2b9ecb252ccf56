import type { ComposedText, Span } from '../model/composed-text';
import type { ComposerMode } from '../model/insertion';
import { isJsonObject } from '../model/json-object';
import type { PageContext } from '../model/page';

/** The worker asks a helpdesk page: report again what you show. */
export const reportRequest = { type: 'worker.report' } as const;

/** The worker asks a page to withhold keystrokes from itself until the panel has them; it answers a text. */
export const holdKeysRequest = { type: 'worker.hold-keys' } as const;

/**
 * The message that a page shows above itself, in words that it requests from the worker: that keystrokes
 * are withheld from it, and that Enter was.
 */
export const keysNotices = ['keeps-keys', 'kept-enter'] as const;
export type KeysNotice = (typeof keysNotices)[number];

/** The worker asks a page to remove the picker and return to where the person was. */
export const closePickerRequest = { type: 'worker.close-picker' } as const;

/** The worker asks a page to read this conversation to its first message; it answers whether it can. */
export interface WalkRequest {
  type: 'worker.walk';
  conversationId: string;
}

/** The worker asks a page to stop that. */
export const stopWalkRequest = { type: 'worker.stop-walk' } as const;

/** The person a page has to show, by the ids in its address, and which helpdesk's page it has to be. */
export interface ExpectedPage
  extends Pick<PageContext, 'platform' | 'account' | 'conversationId' | 'contactId'> {
  origin: string;
}

/** The worker asks a page to put text into its composer; the page answers an `InsertOutcome`. */
export interface InsertRequest {
  type: 'worker.insert';
  /** Names this one insertion, whoever else inserts into the page and whatever script runs there later. */
  insertionId: string;
  text: ComposedText;
  mode: ComposerMode;
  expected: ExpectedPage;
}

/** The worker asks a page to take this insertion back, if it is the last one. */
export interface UndoInsertRequest extends Pick<InsertRequest, 'insertionId'> {
  type: 'worker.undo-insert';
}

export function isReportRequest(message: unknown): boolean {
  return typeOf(message) === reportRequest.type;
}

export function isHoldKeysRequest(message: unknown): boolean {
  return typeOf(message) === holdKeysRequest.type;
}

export function isClosePickerRequest(message: unknown): boolean {
  return typeOf(message) === closePickerRequest.type;
}

export function isWalkRequest(message: unknown): message is WalkRequest {
  if (!isJsonObject(message) || message.type !== 'worker.walk') return false;
  return typeof message.conversationId === 'string';
}

export function isStopWalkRequest(message: unknown): boolean {
  return typeOf(message) === stopWalkRequest.type;
}

/** Whether it may be one; the script that is added to the page to insert it checks it completely. */
export function asksToInsert(message: unknown): boolean {
  return typeOf(message) === 'worker.insert';
}

/** Whether it may be an `UndoInsertRequest`, likewise. */
export function asksToUndoInsert(message: unknown): boolean {
  return typeOf(message) === 'worker.undo-insert';
}

/** Checked by hand: no script in a page carries a schema library. */
export function isInsertRequest(message: unknown): message is InsertRequest {
  if (!isJsonObject(message)) return false;
  const { type, mode, text, expected, insertionId } = message;
  if (type !== 'worker.insert' || typeof insertionId !== 'string') return false;
  return (mode === 'reply' || mode === 'note') && isComposedText(text) && isExpectedPage(expected);
}

function typeOf(message: unknown): unknown {
  return isJsonObject(message) && 'type' in message ? message.type : undefined;
}

function isExpectedPage(value: unknown): value is ExpectedPage {
  if (!isJsonObject(value)) return false;
  if (typeof value.origin !== 'string' || typeof value.platform !== 'string') return false;
  return ['account', 'conversationId', 'contactId'].every((key) => {
    const id = value[key];
    return id === undefined || id === null || typeof id === 'string';
  });
}

/** The same check as `composedTextSchema`, without its library. */
export function isComposedText(value: unknown): value is ComposedText {
  if (!isJsonObject(value)) return false;
  const { blocks } = value;
  return Array.isArray(blocks) && blocks.every(isBlock);
}

function isBlock(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { kind, spans, isClose, text } = value;
  if (!isFlag(isClose)) return false;
  if (kind === 'code') return typeof text === 'string';
  if (kind === 'list') return isList(value);
  return (kind === 'paragraph' || kind === 'quote') && areSpans(spans);
}

function isList({ ordered, start, delimiter, isLoose, items }: Record<string, unknown>): boolean {
  const isNumbered =
    (start === undefined || isFirstNumber(start)) &&
    (delimiter === undefined || delimiter === '.' || delimiter === ')');
  const isKnown = typeof ordered === 'boolean' && isNumbered && isFlag(isLoose);
  return isKnown && Array.isArray(items) && items.every(areSpans);
}

function isFirstNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 999_999_999;
}

function isFlag(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean';
}

function areSpans(value: unknown): boolean {
  return Array.isArray(value) && value.every(isSpan);
}

const marks = new Set<unknown>(['bold', 'italic', 'strike', 'code']);

function isSpan(value: unknown): value is Span {
  if (!isJsonObject(value)) return false;
  const { text, link, marks: own, isPicture } = value;
  if (typeof text !== 'string' || !isFlag(isPicture)) return false;
  const hasMarks =
    own === undefined || (Array.isArray(own) && own.every((each) => marks.has(each)));
  return hasMarks && (link === undefined || typeof link === 'string');
}
