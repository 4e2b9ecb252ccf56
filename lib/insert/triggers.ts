import type { ComposedText } from '../model/composed-text';

/** An end that opens a helpdesk's own picker: `/word`, `@word`, `:word` or an open `{{`. */
const openTrigger = /(?:^|\s)[/@:][^\s]*$|\{\{[^}]*$/;

/**
 * Adds a space where the text would end inside a word that a helpdesk's picker waits for: while the
 * picker is open, the human's Enter would pick instead of send.
 */
export function closeTrigger(text: ComposedText): ComposedText {
  const last = text.blocks.at(-1);
  if (last === undefined || last.kind === 'code' || last.kind === 'list') return text;
  const end = last.spans.map((span) => span.text).join('');
  if (!openTrigger.test(end)) return text;
  const closed = { ...last, spans: [...last.spans, { text: ' ' }] };
  return { blocks: [...text.blocks.slice(0, -1), closed] };
}
