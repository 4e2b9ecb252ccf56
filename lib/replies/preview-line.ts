import { stripMarkdown } from '../text/strip-markdown';

/** As many characters of a body are read; a row shows fewer. */
const mostRead = 300;

/**
 * The beginning of a response's body as one line of a list: without the marks of Markdown, each
 * variable by its name as a gap reads elsewhere (`‹first name›`). For the eye only; what is
 * inserted is made by `composeReply`.
 */
export function previewLine(body: string, asWritten = false): string {
  const words = body
    .slice(0, mostRead)
    .replace(/\{\{([^{}|:=]*)(?:[|:=][^{}]*)?\}\}/g, (_whole, name: string) => gap(name.trim()));
  const plain = asWritten ? words : stripMarkdown(words).replace(/^\s{0,3}(?:#{1,6}|>)\s+/gm, '');
  return plain.replace(/\s+/g, ' ').trim();
}

function gap(name: string): string {
  const last = name.split('.').at(-1) ?? '';
  return `‹${last.replaceAll('_', ' ')}›`;
}
