import type { ComposedText, Span } from '../model/composed-text';

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The same check as `composedTextSchema`, without its library. */
export function isComposedText(value: unknown): value is ComposedText {
  if (!isRecord(value)) return false;
  const { blocks } = value;
  return Array.isArray(blocks) && blocks.every(isBlock);
}

function isBlock(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { kind, spans, items, ordered, text } = value;
  if (kind === 'code') return typeof text === 'string';
  if (kind === 'list') {
    return typeof ordered === 'boolean' && Array.isArray(items) && items.every(areSpans);
  }
  return (kind === 'paragraph' || kind === 'quote') && areSpans(spans);
}

function areSpans(value: unknown): boolean {
  return Array.isArray(value) && value.every(isSpan);
}

const marks = new Set<unknown>(['bold', 'italic', 'strike', 'code']);

function isSpan(value: unknown): value is Span {
  if (!isRecord(value)) return false;
  const { text, link, marks: own } = value;
  if (typeof text !== 'string') return false;
  const hasMarks =
    own === undefined || (Array.isArray(own) && own.every((each) => marks.has(each)));
  return hasMarks && (link === undefined || typeof link === 'string');
}
