import { type MailWords, readMail } from '../../shared/mail/mail-words';
import type { ChatwootEmail } from '../schemas';

/**
 * The words of an e-mail. Chatwoot stores three versions of each body: `full` and `reply` are the whole,
 * `quoted` is what its own reading leaves of it. For a mail in HTML only, that version has lost the
 * addresses of links, so the whole is read here. `undefined` when the mail has no body, or there is no
 * mail.
 */
export function emailBody(email: ChatwootEmail): MailWords | undefined {
  const text = email?.text_content;
  const html = email?.html_content;
  return readMail({
    text: firstWithWords([text?.full, text?.reply, text?.quoted]),
    html: firstWithWords([html?.full, html?.reply, html?.quoted]),
    subject: email?.subject,
    own: text?.quoted,
  });
}

function firstWithWords(candidates: (string | undefined)[]): string | undefined {
  return candidates.find((candidate) => candidate !== undefined && candidate.trim() !== '');
}
