import type { ComposedText, Span } from '../model/composed-text';

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The same check as `composedTextSchema`, without its library. */
export function isComposedText(value: unknown): value is ComposedText {
  return isRecord(value) && Array.isArray(value['blocks']) && value['blocks'].every(isBlock);
}

function isBlock(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { kind, spans, items, text } = value;
  if (kind === 'code') return typeof text === 'string';
  if (kind === 'list') {
    return typeof value['ordered'] === 'boolean' && Array.isArray(items) && items.every(areSpans);
  }
  return (kind === 'paragraph' || kind === 'quote') && areSpans(spans);
}

function areSpans(value: unknown): boolean {
  return Array.isArray(value) && value.every(isSpan);
}

const marks = new Set<unknown>(['bold', 'italic', 'strike', 'code']);

function isSpan(value: unknown): value is Span {
  if (!isRecord(value) || typeof value['text'] !== 'string') return false;
  const { link, marks: own } = value;
  const hasMarks =
    own === undefined || (Array.isArray(own) && own.every((each) => marks.has(each)));
  return hasMarks && (link === undefined || typeof link === 'string');
}
