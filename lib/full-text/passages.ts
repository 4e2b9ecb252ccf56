import type { Contact } from '../model/contact';
import type { Conversation, Message } from '../model/history';
import type { NativeNoteRow, NoteRow } from '../model/note';
import type { Reply } from '../model/reply';
import { readableParts } from '../timeline/searchable-parts';
import { foldForFullText } from './terms';

/** Separates the texts of different fields: nobody can type it. */
const border = '\0';

/** The parts of a message that are searched, in the order in which they are read. */
export function partsOfMessage(message: Message): string[] {
  return withoutGaps(readableParts(message));
}

/** What is known about a contact, without its secret `handle`. */
export function partsOfContact(contact: Contact): string[] {
  const { socials = [], attributes = [] } = contact;
  const parts = [
    ...[contact.name, contact.placeholderName, contact.company, contact.location],
    ...[...contact.emails, ...contact.phones, ...contact.externalIds],
    ...[...contact.emailKeys, ...contact.phoneKeys],
    ...socials.map(({ network, username }) => `${network} ${username}`),
    ...attributes.map(({ label, value }) => `${label}: ${value}`),
  ];
  return [...new Set(withoutGaps(parts))];
}

/** The name of a conversation and its labels. */
export function partsOfConversation(conversation: Conversation): string[] {
  const { subject, labels = [], attributes = [] } = conversation;
  const values = attributes.map(({ label, value }) => `${label}: ${value}`);
  return withoutGaps([subject, ...labels, ...values]);
}

/** The words of a note of ours; none of a deleted one. */
export function partsOfNote({ text, deletedAt, createdBy }: NoteRow): string[] {
  return deletedAt === undefined ? withoutGaps([text, createdBy]) : [];
}

/** The words of a note that belongs to a platform. */
export function partsOfNativeNote({ text, author }: NativeNoteRow): string[] {
  return withoutGaps([text, author]);
}

/** The words of a canned response in all its languages; none of a deleted one. */
export function partsOfReply(reply: Reply): string[] {
  const { title, shortcut, body, tags, variants, deletedAt } = reply;
  if (deletedAt !== undefined) return [];
  return withoutGaps([title, shortcut, body, ...tags, ...variants.map((each) => each.body)]);
}

/** The parts of a passage as one text that can be searched: see `answersQuery`. */
export function foldParts(parts: readonly string[]): string {
  return foldForFullText(parts.join(border));
}

function withoutGaps(parts: readonly (string | undefined)[]): string[] {
  return parts.filter((part): part is string => part !== undefined && part !== '');
}
