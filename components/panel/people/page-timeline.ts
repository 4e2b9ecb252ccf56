import { t } from '@lingui/core/macro';
import type { Contact } from '../../../lib/model/contact';
import type { Attachment, Conversation, Message } from '../../../lib/model/history';
import { contactRef, itemKey } from '../../../lib/model/ids';
import { formatCoordinates } from '../../../lib/text/format-coordinates';
import { formatSize } from '../../../lib/text/format-size';
import { joinRemarks, labelled, withAside } from '../../../lib/text/join-words';
import { conversationHeading } from '../../../lib/timeline/conversation-heading';
import { newestFirst } from '../../../lib/timeline/newest-first';
import { quotedWords } from '../../text/QuotedText';
import { attachmentWord } from '../history/AttachmentList';
import { timeWords } from '../history/ItemTime';
import { cutWords, markWords, roleWord, withdrawnWords } from '../history/MessageBubble';
import { type PageText, pageEntry } from './page-markup';

/** A person's whole history, and what is needed to put it into words. */
export interface TimelineFile {
  contacts: readonly Contact[];
  conversations: readonly Conversation[];
  messages: readonly Message[];
  /** The name of a connection's platform. */
  labelOf(connectionId: string): string;
}

/**
 * The timeline of all platforms as a page to read, oldest first: for each message everything the panel shows
 * of it, and quoted mail, attachments and transcripts under their own labels.
 */
export function pageTimeline({ contacts, conversations, messages, labelOf }: TimelineFile): string {
  const headings = new Map(
    conversations.map((each) => [itemKey(each.connectionId, each.id), headingOf(each)]),
  );
  const names = new Map(
    contacts.map((contact) => [contactRef(contact), contact.name ?? contact.placeholderName]),
  );
  return messages
    .toSorted((one, other) => newestFirst(other, one))
    .map((message) => {
      const { connectionId, conversationId, contactId, author } = message;
      const own = names.get(contactRef({ connectionId, id: contactId }));
      const writer =
        author.name ?? (author.role === 'contact' ? own : undefined) ?? roleWord(author.role);
      const where = headings.get(itemKey(connectionId, conversationId)) ?? [];
      return pageEntry(
        [...timeWords(message), labelOf(connectionId), ...where, writer, ...stateOf(message)],
        textsOf(message),
      );
    })
    .join('');
}

function headingOf(conversation: Conversation): string[] {
  const { title, context } = conversationHeading(conversation);
  return [...context, title];
}

function stateOf(message: Message): string[] {
  const { kind, direction, deleted, withdrawn, deliveryError } = message;
  return [
    kindWords(kind, direction),
    ...markWords(message),
    ...(deleted === true ? [t`deleted`] : []),
    ...(withdrawn === true ? [withdrawnWords()] : []),
    ...(deliveryError === undefined ? [] : [undeliveredWords(deliveryError)]),
  ];
}

const undeliveredWords = (reason: string) => t`not delivered: ${reason}`;

function kindWords(kind: Message['kind'], direction: Message['direction']): string {
  if (kind === 'note') return t`internal note`;
  if (kind === 'activity') return t`activity`;
  return direction === 'in' ? t`from the customer` : t`to the customer`;
}

function textsOf(message: Message): (PageText | undefined)[] {
  const { subject, text, format, cut, quoted, reactions = [], attachments } = message;
  return [
    subject === undefined ? undefined : { text: subject },
    { text, format },
    cut === true ? { text: cutWords() } : undefined,
    quoted && { text: quoted.text, label: quotedWords(quoted.kind) },
    { text: reactions.join('\n'), label: t`Reactions` },
    { text: attachments.map(attachmentLine).join('\n'), label: t`Attachments` },
    ...attachments.map(({ transcript }) => {
      return transcript === undefined
        ? undefined
        : { text: transcript, label: t`Automatic transcript` };
    }),
  ];
}

/** An attachment's name, what is known about its content, and where it is. */
function attachmentLine({ kind, name, url, size, coordinates, phone }: Attachment): string {
  const facts = [
    coordinates && formatCoordinates(coordinates),
    phone === name ? undefined : phone,
    formatSize(size),
  ];
  const aside = joinRemarks(...facts.filter((fact) => fact !== undefined));
  const called = name === '' ? attachmentWord(kind) : name;
  const words = aside === '' ? called : withAside(called, aside);
  return url === undefined ? words : labelled(words, url);
}
