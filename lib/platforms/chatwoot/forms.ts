import * as v from 'valibot';
import type { MessageShape } from './schemas';

/** Longest list that is written out; a hostile message could hold thousands of entries. */
const MOST_LINES = 50;

const record = v.record(v.string(), v.unknown());

/**
 * Lines for interactive messages: what `items` offered (options, cards, articles, form inputs) and
 * what the customer answered (`submitted_email`, `submitted_values`, also of satisfaction surveys).
 * Chatwoot does not fix the shape of the values, so any shape is written out as well as it goes.
 */
export function formLines(attributes: MessageShape['content_attributes']): string[] {
  if (attributes === undefined) return [];
  const answers = [
    ...(attributes.submitted_email === undefined ? [] : [attributes.submitted_email]),
    ...answerLines(attributes.submitted_values, 0),
  ];
  return [
    ...offered(attributes.items).slice(0, MOST_LINES),
    ...answers.slice(0, MOST_LINES).map((line) => `Answer: ${line}`),
  ];
}

function offered(items: unknown): string[] {
  if (!Array.isArray(items)) return [];
  return items.slice(0, MOST_LINES).flatMap((item) => {
    const entry = v.safeParse(record, item);
    if (!entry.success) return [];
    const { title, label, name, description } = entry.output;
    const heading = [title, label, name].map(words).find((text) => text !== '') ?? '';
    const detail = words(description);
    if (heading === '') return [];
    return [detail === '' ? `• ${heading}` : `• ${heading}: ${detail}`];
  });
}

function answerLines(value: unknown, depth: number): string[] {
  const plain = words(value);
  if (plain !== '') return [plain];
  if (depth > 2) return [];
  if (Array.isArray(value)) {
    return value.slice(0, MOST_LINES).flatMap((entry) => answerLines(entry, depth + 1));
  }
  const entry = v.safeParse(record, value);
  return entry.success ? entryLines(entry.output, depth) : [];
}

/** A chosen option is `{title, value}`, a filled-in field `{name, value}`; else keys are names. */
function entryLines(entry: Record<string, unknown>, depth: number): string[] {
  const title = words(entry.title);
  if (title !== '') return [title];
  const name = words(entry.name);
  const given = words(entry.value);
  if (name !== '' && given !== '') return [`${name}: ${given}`];
  return Object.entries(entry)
    .slice(0, MOST_LINES)
    .flatMap(([key, inner]) => {
      const text = words(inner);
      return text === '' ? answerLines(inner, depth + 1) : [`${key.replaceAll('_', ' ')}: ${text}`];
    });
}

function words(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}
