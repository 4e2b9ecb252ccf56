import type { ChatwootEmail } from '../schemas';
import { htmlToText } from './html-to-text';

/**
 * The words of an e-mail, the shortest sound form first. Chatwoot keeps three of each body:
 * `quoted` is the mail without the quoted tail, `reply` and `full` are the whole. In `html_content`
 * of received mails `quoted` and `reply` are plain text already; of mails sent they are HTML.
 * `undefined` when the mail has no body here, or is no mail.
 */
export function emailBody(email: ChatwootEmail): string | undefined {
  const text = email?.text_content;
  const html = email?.html_content;
  const written = firstWithWords([text?.quoted, text?.reply, text?.full]);
  if (written !== undefined) return written.trim();
  const marked = firstWithWords([html?.quoted, html?.reply, html?.full]);
  if (marked === undefined) return undefined;
  const plain = looksLikeHtml(marked) ? htmlToText(marked) : marked.trim();
  return plain === '' ? undefined : plain;
}

function firstWithWords(candidates: (string | undefined)[]): string | undefined {
  return candidates.find((candidate) => candidate !== undefined && candidate.trim() !== '');
}

function looksLikeHtml(text: string): boolean {
  return /<(?:!doctype|\/?(?:html|body|div|p|br|table|span|a|b|i|u|strong|em|ul|ol|li|h[1-6]))[\s/>]/i.test(
    text,
  );
}
