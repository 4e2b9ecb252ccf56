import type { Attachment, Message } from '../model/history';
import { formatCoordinates } from '../text/format-coordinates';

/**
 * What a person can read of a message in the panel, part by part; a deleted message's text is not shown,
 * so not found.
 */
export function readableParts(message: Message, words = message.text): string[] {
  const { kind, author, deleted, subject, attachments, quoted, reactions = [] } = message;
  const name = kind === 'activity' ? '' : (author.name ?? '');
  if (deleted === true) return [name];
  const files = attachments.flatMap(wordsOf);
  return [words, subject ?? '', name, ...reactions, ...files, quoted?.text ?? ''];
}

function wordsOf({ name, transcript = '', phone = '', coordinates }: Attachment): string[] {
  const place = coordinates === undefined ? '' : formatCoordinates(coordinates);
  return [name, transcript, phone, place];
}
