import { hexId } from '../../world/ids';
import type { StoryMessage } from '../../world/types';

export interface MailPlace {
  subject: string;
  from: string;
  to: string;
  /** Epoch ms. */
  sentAt: number;
  seed: string;
}

/**
 * `content_attributes.email` as the mail presenter writes it: `full` and `reply` are the whole
 * body, `quoted` is the body without the quoted tail (the name misleads).
 */
export function mailOf(message: StoryMessage, place: MailPlace): Record<string, unknown> {
  const plain = bodies(message.text, message.quoted, (tail) => `\n\n${tail}`);
  const text = message.htmlOnly === true ? {} : plain;
  const html =
    message.html === undefined
      ? {}
      : bodies(
          message.html,
          message.quoted,
          (tail) => `<blockquote>${escapeHtml(tail)}</blockquote>`,
        );
  // The presenter turns the markup into plain text to cut it, which loses the addresses of links.
  if (message.htmlOnly === true) Object.assign(html, { quoted: message.text, reply: message.text });

  return {
    bcc: null,
    cc: null,
    content_type:
      message.html === undefined ? 'text/plain; charset=UTF-8' : 'multipart/alternative',
    date: new Date(place.sentAt).toISOString(),
    from: [place.from],
    headers: null,
    html_content: html,
    text_content: text,
    in_reply_to: null,
    message_id: `${hexId(`mail ${place.seed}`)}@mail.example`,
    multipart: message.html !== undefined,
    number_of_attachments: message.attachments?.length ?? 0,
    references: null,
    subject: place.subject,
    to: [place.to],
    auto_reply: false,
  };
}

function bodies(
  body: string,
  quoted: string | undefined,
  append: (tail: string) => string,
): Record<string, string> {
  const full = quoted === undefined ? body : body + append(quoted);
  return { full, reply: full, quoted: body };
}

/** Text as HTML that shows it literally. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
