import type { ContactView, ConversationView, MessageView } from '../page/view';
import { dataUrl } from '../shapes/attachment';
import { canReply, inOrderOfTime, lastActivityOf } from '../shapes/conversation';
import type { Account, Contact, Conversation, Installation, Message } from '../tables';
import { listEntry } from './desk-view';

/** A conversation with all its messages and its contact, for the page. */
export function conversationView(
  conversation: Conversation,
  account: Account,
  installation: Installation,
  place: { messagingWindows: boolean; now: number },
): ConversationView | undefined {
  const contact = account.contacts.find((one) => one.id === conversation.contactId);
  if (contact === undefined) return undefined;
  const entry = listEntry(conversation, account, installation);
  return {
    id: conversation.displayId,
    status: conversation.status,
    subject: String(conversation.additional.mail_subject ?? ''),
    channelType: entry.channelType,
    inboxName: entry.inboxName,
    canReply: canReply(conversation, { account, ...place }),
    assignee: entry.assignee,
    labels: conversation.labels,
    contact: contactView(contact, account, installation),
    messages: inOrderOfTime(conversation.messages).map((message) =>
      messageView(message, account, installation),
    ),
  };
}

/** A contact with notes and conversations, for the sidebar and the contact's page. */
export function contactView(
  contact: Contact,
  account: Account,
  installation: Installation,
): ContactView {
  const { additional } = contact;
  return {
    id: contact.id,
    name: contact.name,
    email: contact.email,
    phone: contact.phoneNumber,
    identifier: contact.identifier,
    company: String(additional.company_name ?? ''),
    place: [additional.city, additional.country].filter((part) => Boolean(part)).join(', '),
    createdAt: contact.createdAt,
    custom: Object.entries(contact.custom).map(([name, value]) => ({
      name: name.replace(/_/g, ' '),
      value: String(value),
    })),
    notes: account.notes
      .filter((note) => note.contactId === contact.id)
      .sort((one, other) => other.id - one.id)
      .map((note) => ({
        id: note.id,
        author: installation.users.find((user) => user.id === note.userId)?.name ?? 'Bot',
        text: note.content,
        at: note.createdAt,
      })),
    previous: account.conversations
      .filter((conversation) => conversation.contactId === contact.id)
      .sort((one, other) => lastActivityOf(other) - lastActivityOf(one))
      .map((conversation) => listEntry(conversation, account, installation)),
  };
}

function messageView(message: Message, account: Account, installation: Installation): MessageView {
  return {
    id: message.id,
    type: message.type,
    private: message.private,
    deleted: message.contentAttributes.deleted === true,
    text: message.content ?? '',
    author: authorOf(message, account, installation),
    at: message.createdAt,
    error: message.status === 'failed' ? String(message.contentAttributes.external_error) : null,
    attachments: message.attachments.map((attachment) => ({
      name: attachment.fileName,
      url: dataUrl(attachment, installation),
      image: attachment.mime.startsWith('image/'),
      size: attachment.size,
    })),
  };
}

function authorOf(message: Message, account: Account, installation: Installation): string {
  const { sender } = message;
  if (sender === null) return '';
  if (sender.kind === 'bot') return installation.bot.name;
  const people = sender.kind === 'contact' ? account.contacts : installation.users;
  return people.find((one) => one.id === sender.id)?.name ?? '';
}
