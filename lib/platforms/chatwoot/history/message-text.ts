import * as v from 'valibot';
import { type CallOutcome, callText } from '../../shared/call-words';
import type { ChatwootMessage } from '../schemas';
import { emailBody } from './email-body';

/**
 * What a message says, as plain text: the e-mail's own words without the quoted tail where it is
 * an e-mail, else the content; below it what a form offered and what was answered. Markdown stays
 * as it was written, apart from what only makes sense in Chatwoot's editor.
 */
export function messageText(raw: ChatwootMessage, fromCustomer: boolean): string {
  const attributes = raw.content_attributes;
  const said = emailBody(attributes?.email) ?? raw.content ?? '';
  const call = callOf(raw);
  const written = call === undefined ? said : callText(said, call);
  const body = fromCustomer ? withoutMentionLinks(written) : plainFromEditor(written);
  const lines = [body, ...formLines(attributes)].filter((line) => line.trim() !== '');
  if (lines.length === 0 && attributes?.is_unsupported === true) {
    return 'A kind of message that Chatwoot cannot show.';
  }
  return lines.join('\n');
}

/** How a call went: `call` of the message, or what earlier versions keep in `data`. */
function callOf(raw: ChatwootMessage): CallOutcome | undefined {
  const { call, content_type: type, content_attributes: extra } = raw;
  const known = call ?? (type === 'voice_call' ? (extra?.data ?? {}) : undefined);
  if (known === undefined) return undefined;
  const status = known.status?.toLowerCase().replaceAll('_', '-');
  const { duration_seconds: duration, accepted_by_agent_name: answeredBy } = known;
  return {
    state: status === 'completed' && answeredBy !== undefined ? undefined : stateWords(status),
    colleague: answeredBy,
    seconds: typeof duration === 'number' && duration > 0 ? duration : undefined,
  };
}

/** A state that is not known here is told as it is called. */
function stateWords(status: string | undefined): string | undefined {
  return status === undefined ? undefined : (callStates.get(status) ?? status);
}

const callStates: ReadonlyMap<string, string> = new Map([
  ['completed', 'answered'],
  ['in-progress', 'under way'],
  ['no-answer', 'not answered'],
  ['missed', 'not answered'],
  ['canceled', 'cancelled'],
]);

/** Longest list that is written out; a hostile message could hold thousands of entries. */
const MOST_LINES = 50;

const record = v.record(v.string(), v.unknown());

/**
 * Lines for interactive messages: what `items` offered (options, cards, articles, form inputs) and
 * what the customer answered (`submitted_email`, `submitted_values`, also of satisfaction surveys).
 * Chatwoot does not fix the shape of the values, so any shape is written out as well as it goes.
 */
function formLines(attributes: ChatwootMessage['content_attributes']): string[] {
  if (attributes === undefined) return [];
  const answers = [
    ...(attributes.submitted_email === undefined ? [] : [attributes.submitted_email]),
    ...answerLines(attributes.submitted_values, 0),
  ];
  return [
    ...offeredLines(attributes.items).slice(0, MOST_LINES),
    ...answers.slice(0, MOST_LINES).map((line) => `Answer: ${line}`),
  ];
}

function offeredLines(items: unknown): string[] {
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

/**
 * Reduces mentions to what a reader sees: Chatwoot's editor stores them as
 * `[@Ana](mention://user/7/Ana)`, for teams as `mention://team/…`.
 */
function withoutMentionLinks(markdown: string): string {
  return markdown.replace(
    /\[([^[\]\n]{1,200})\]\(mention:\/\/(?:[^()\s]|\([^()\s]*\))*\)/g,
    (_, label: string) => label,
  );
}

/**
 * Text as it was typed in Chatwoot's editor, which writes a line break as backslash and newline,
 * and an empty paragraph as a line with only a backslash.
 */
function plainFromEditor(markdown: string): string {
  return withoutMentionLinks(markdown).replace(/\\(?=\r?\n)/g, '');
}
