import { t } from '@lingui/core/macro';
import type { RawEntry } from './file-entries';
import { isHtml } from './html-recognition';
import { htmlToMarkdown } from './html-to-markdown';
import { withoutBeeftextVariables } from './other-tools/beeftext';
import { Conversion } from './other-tools/conversion';
import { withoutTextBlazeCommands } from './other-tools/text-blaze';

/** Marks by which tools are recognised whose tables have no form of their own. */
const beeftextSigns =
  /#\{(?:cursor|clipboard|date|time|dateTime|input:|combo:|upper:|lower:|trim:)/;
const textBlazeSigns = /\{(?:formtext|formmenu|formparagraph|formdate|formtoggle)[:}]/;

/**
 * An entry of a file that does not tell which tool wrote it, in our form: variables of tools that are
 * known by their signs become ours, and HTML becomes Markdown.
 */
export function ofAnyTool(raw: RawEntry): RawEntry {
  const { entry } = raw;
  if (typeof entry === 'string') return raw;
  const conversion = new Conversion();
  const convert = (body: string): string => {
    if (beeftextSigns.test(body)) return withoutBeeftextVariables(body, conversion);
    if (textBlazeSigns.test(body)) return withoutTextBlazeCommands(body, conversion);
    return body.replaceAll('$|$', () => conversion.dropCursor());
  };
  const variants = entry.variants.map((each) => ({ ...each, body: convert(each.body) }));
  const changed = { ...entry, body: convert(entry.body), variants };
  return withMarkdown({
    ...raw,
    entry: changed,
    refusal: conversion.refusal,
    told: [...(raw.told ?? []), ...conversion.told],
  });
}

/**
 * An entry with HTML as Markdown, and marked as written where the tool knows no formatting; with the
 * reason instead where it cannot be read.
 */
export function withMarkdown(raw: RawEntry): RawEntry {
  const { entry, format, told = [] } = raw;
  if (typeof entry === 'string' || raw.refusal !== undefined || format === 'markdown') return raw;
  if (format === 'plain') return { ...raw, entry: { ...entry, asWritten: true } };
  const bodies = [entry.body, ...entry.variants.map(({ body }) => body)];
  if (format !== 'html' && !bodies.some(isHtml)) return withoutRichText(raw, bodies);
  const read = bodies.map((body) =>
    format === 'html' || isHtml(body)
      ? htmlToMarkdown(format === 'html' ? body : withItsLines(body))
      : { markdown: body, told: [] },
  );
  const refusal = read.find((each) => 'refused' in each);
  if (refusal !== undefined && 'refused' in refusal) return { ...raw, refusal: refusal.refused };
  const [body = '', ...others] = read.map((each) => ('markdown' in each ? each.markdown : ''));
  const variants = entry.variants.map((each, index) => ({ ...each, body: others[index] ?? '' }));
  const sentences = read.flatMap((each) => ('told' in each ? each.told : []));
  return {
    row: raw.row,
    format: 'markdown',
    entry: { ...entry, body, variants, asWritten: undefined },
    told: [...new Set([...sentences, ...told])],
  };
}

/** Plain text with a link or a bold word in it keeps its lines; HTML that makes lines keeps those it makes. */
function withItsLines(body: string): string {
  return makesLines.test(body) ? body : body.replace(/\r\n?|\n/g, '<br>');
}

const makesLines =
  /<(?:br|p|div|li|ul|ol|dl|dt|dd|table|tr|td|th|h[1-6]|hr|pre|blockquote|section|article)[\s/>]/i;

function withoutRichText(raw: RawEntry, bodies: readonly string[]): RawEntry {
  const isRich = bodies.some((body) => body.trimStart().startsWith('{\\rtf'));
  return isRich ? { ...raw, refusal: t`It is rich text (RTF), which Deskside doesn’t read.` } : raw;
}
