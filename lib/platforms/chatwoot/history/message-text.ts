import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import type { Message } from '../../../model/history';
import { type CallOutcome, callText, notAnsweredWords } from '../../shared/call-words';
import type { ChatwootMessage } from '../schemas';
import { emailBody } from './email-body';

/**
 * What a message says. An incoming e-mail: its own words, plain, and what it quotes. Anything else is
 * Markdown, as the dashboard shows it whoever wrote it (README.md#messages), except system lines. Below
 * it is what a form offered and what was answered.
 */
export function messageText(
  raw: ChatwootMessage,
  { kind, direction }: Pick<Message, 'kind' | 'direction'>,
): Pick<Message, 'text' | 'format' | 'quoted' | 'cut'> {
  const attributes = raw.content_attributes;
  const content = withCall(raw);
  const asked = formLines(attributes);
  const isReceived = raw.content_type === 'incoming_email';
  const isMail = isReceived || direction === 'in' || content.trim() === '';
  const mail = isMail ? emailBody(attributes?.email) : undefined;
  if (mail !== undefined) return { ...mail, text: joined([mail.text, ...asked]) };
  if (isReceived) return { text: joined([content, ...asked]) };
  if (joined([content, ...asked]) === '' && attributes?.is_unsupported === true) {
    return { text: t`Chatwoot cannot show this type of message.` };
  }
  if (kind === 'activity') return { text: content };
  const written = direction === 'in' ? content : withoutBreakMarks(content);
  const lines = [withoutMentionLinks(written), ...asked.map(escapeMarkdown)];
  return { text: joined(lines), format: 'markdown' };
}

function joined(lines: readonly string[]): string {
  return lines.filter((line) => line.trim() !== '').join('\n');
}

/** What is written, and below it how a call went where it was one. */
function withCall(raw: ChatwootMessage): string {
  const call = callOf(raw);
  return call === undefined ? (raw.content ?? '') : callText(raw.content ?? '', call);
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

/** A state that is not known here is shown under its own name. */
function stateWords(status: string | undefined): string | undefined {
  switch (status) {
    case 'completed':
      return t({ message: 'Answered', context: 'telephone call' });
    case 'in-progress':
      return t({ message: 'In progress', context: 'telephone call' });
    case 'no-answer':
    case 'missed':
      return notAnsweredWords();
    case 'canceled':
      return t({ message: 'Cancelled', context: 'telephone call' });
    default:
      return status && `${status.charAt(0).toUpperCase()}${status.slice(1)}`;
  }
}

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
    ...answers.slice(0, MOST_LINES).map((answer) => t`Answer: ${answer}`),
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
 * Without the marks of Chatwoot's editor, which writes a line break as backslash and newline, and an
 * empty paragraph as a line with only a backslash: a line end alone is a line break in its Markdown.
 */
function withoutBreakMarks(markdown: string): string {
  return markdown.replace(/\\(?=\r?\n)/g, '');
}

/** What somebody typed into a form is no Markdown. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~&]/g, '\\$&')
    .replace(/^([^\S\r\n\u2028\u2029]*)([#+-])/gm, '$1\\$2')
    .replace(/^([^\S\r\n\u2028\u2029]*\d+)([.)])/gm, '$1\\$2');
}
