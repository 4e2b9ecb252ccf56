import { emailBody } from './email-body';
import { formLines } from './forms';
import { plainFromEditor, withoutMentionLinks } from './markdown';
import type { MessageShape } from './schemas';

/**
 * What a message says, as plain text: the e-mail's own words without the quoted tail where it is
 * an e-mail, else the content; below it what a form offered and what was answered. Markdown stays
 * as it was written, apart from what only makes sense in Chatwoot's editor.
 */
export function messageText(raw: MessageShape, fromCustomer: boolean): string {
  const attributes = raw.content_attributes;
  const written = emailBody(attributes?.email) ?? raw.content ?? '';
  const body = fromCustomer ? withoutMentionLinks(written) : plainFromEditor(written);
  const lines = [body, ...formLines(attributes)].filter((line) => line.trim() !== '');
  if (lines.length === 0 && attributes?.is_unsupported === true) {
    return 'A kind of message that Chatwoot cannot show.';
  }
  return lines.join('\n');
}
