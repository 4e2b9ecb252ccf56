import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import type { Contact } from '../../../model/contact';
import type { Attachment, Message } from '../../../model/history';
import { callText, notAnsweredWords } from '../../shared/call-words';
import { clip, clipIfAny, webAddress } from '../../shared/field-values';
import { readMail } from '../../shared/mail/mail-words';
import { reactionsOf } from '../../shared/reactions';
import type { ColleagueOf } from '../colleagues';
import {
  type KustomerAttachment,
  type KustomerMessage,
  type KustomerNote,
  referenceSchema,
} from '../schemas';
import type { HistoryOwner } from './conversations';

/** A message. */
export function messageOf(
  message: KustomerMessage,
  included: readonly KustomerAttachment[],
  owner: HistoryOwner,
  colleagueOf: ColleagueOf,
): Message {
  const { attributes, relationships } = message;
  const direction = directionOf(message);
  return {
    ...messageIds(message.id, relationships.conversation.data.id, owner),
    kind: 'message',
    direction,
    author: direction === 'in' ? customerAuthor(owner.contact) : senderOf(message, colleagueOf),
    ...wordsOf(attributes),
    subject: clipIfAny(subjectOf(attributes)),
    ...messageTimeOf(attributes.sentAt, attributes.createdAt),
    recordedAt: attributes.sentAt === undefined ? undefined : attributes.importedAt,
    attachments: attachmentsOf(message, included),
    reactions: reactionsOf(attributes.reactions),
    deleted: attributes.redacted === true ? true : undefined,
    deliveryError: deliveryErrorOf(attributes),
  };
}

type MessageAttributes = KustomerMessage['attributes'];

/** Most characters of a `preview`; a longer text ends there. */
const longestPreview = 10_240;

/**
 * The text is `preview`, there is no other body (README.md#messages). That of an e-mail may contain what
 * the mail quotes, and the markup where Kustomer passes on a mail in HTML.
 */
function wordsOf(attributes: MessageAttributes): Pick<Message, 'text' | 'quoted' | 'cut'> {
  const { preview = '', channel } = attributes;
  const cut = preview.length >= longestPreview ? { cut: true } : {};
  if (channel !== 'email') return { text: textOf(attributes), ...cut };
  // A mail without words is empty; its markup does not count as words.
  const mail = readMail({ text: preview, subject: subjectOf(attributes) }) ?? { text: '' };
  return { ...mail, ...cut };
}

function subjectOf({ subject, meta }: MessageAttributes): string | undefined {
  return subject ?? meta?.subject;
}

/** An internal note. It belongs to exactly one conversation and is never shown to the customer. */
export function noteOf(note: KustomerNote, owner: HistoryOwner, colleagueOf: ColleagueOf): Message {
  const { attributes, relationships } = note;
  const colleague = colleagueNamed(relationships.createdBy?.data?.id, colleagueOf);
  return {
    ...messageIds(note.id, relationships.conversation.data.id, owner),
    kind: 'note',
    direction: 'none',
    author: { name: colleague?.name, role: colleague?.machine === true ? 'bot' : 'agent' },
    text: attributes.body ?? '',
    format: 'markdown',
    ...messageTimeOf(attributes.createdAt, attributes.createdAt ?? attributes.updatedAt),
    attachments: [],
  };
}

function messageIds(
  id: string,
  conversationId: string,
  { connection, contact }: HistoryOwner,
): Pick<Message, 'connectionId' | 'id' | 'contactId' | 'conversationId'> {
  return { connectionId: connection.id, id, contactId: contact.id, conversationId };
}

/** `directionType` (`initial-in`, `response-out`, …) says the same where `direction` is missing. */
function directionOf({ attributes, relationships }: KustomerMessage): 'in' | 'out' {
  if (attributes.direction === 'in' || attributes.direction === 'out') return attributes.direction;
  if (attributes.directionType !== undefined) {
    return attributes.directionType.endsWith('-in') ? 'in' : 'out';
  }
  return relationships.createdBy?.data === undefined ? 'in' : 'out';
}

function customerAuthor(contact: Contact): Message['author'] {
  return { name: contact.name, role: 'contact' };
}

/** What went out without a creator came from Kustomer itself; a machine user is an integration. */
function senderOf(
  { attributes, relationships }: KustomerMessage,
  colleagueOf: ColleagueOf,
): Message['author'] {
  const userId = relationships.createdBy?.data?.id;
  const colleague = colleagueNamed(userId, colleagueOf);
  if (attributes.auto === true || colleague?.machine === true) {
    return { name: colleague?.name, role: 'bot' };
  }
  return { name: colleague?.name, role: userId === undefined ? 'system' : 'agent' };
}

function colleagueNamed(userId: string | undefined, colleagueOf: ColleagueOf) {
  return userId === undefined ? undefined : colleagueOf(userId);
}

/**
 * `own` is when it happened, `recorded` when Kustomer recorded it, which may be later for imports. Of
 * equal times the order of recording decides.
 */
function messageTimeOf(
  own: number | undefined,
  recorded: number | undefined,
): Pick<Message, 'sentAt' | 'timeQuality' | 'sequence'> {
  const sequence = recorded ?? own ?? 0;
  if (own !== undefined) return { sentAt: own, timeQuality: 'exact', sequence };
  return recorded === undefined
    ? { sentAt: 0, timeQuality: 'unknown', sequence }
    : { sentAt: recorded, timeQuality: 'approximate', sequence };
}

/**
 * A message's attachments, named and typed from what the answer has under `included`; one that is missing
 * there is still listed. They carry no address: Kustomer's links to the files are signed and expire after
 * ten minutes. The recording of a call is linked.
 */
function attachmentsOf(
  message: KustomerMessage,
  included: readonly KustomerAttachment[],
): Attachment[] {
  const named = new Set(idsNamedBy(message));
  const found = included.filter(
    ({ id, relationships }) => named.has(id) || relationships?.message?.data?.id === message.id,
  );
  for (const { id } of found) named.delete(id);
  const unnamed = Array.from(named, (): Attachment => ({ name: t`Attachment`, kind: 'file' }));
  return [...found.map(attachmentOf), ...unnamed, ...recordingOf(message)];
}

function idsNamedBy({ relationships }: KustomerMessage): string[] {
  return (relationships.attachments?.data ?? []).flatMap((item) => {
    const reference = v.safeParse(referenceSchema, item);
    return reference.success ? [reference.output.id] : [];
  });
}

function attachmentOf({ attributes }: KustomerAttachment): Attachment {
  return {
    name: clip(attributes.name ?? t`Attachment`),
    kind: attachmentKindOf(attributes.contentType),
    size: attributes.contentLength,
  };
}

function recordingOf({ attributes }: KustomerMessage): Attachment[] {
  const url = webAddress(attributes.meta?.externalRecordingUrl);
  return url === undefined ? [] : [{ name: t`Recording`, url, kind: 'audio' }];
}

function attachmentKindOf(contentType: string | undefined): Attachment['kind'] {
  const [family] = (contentType ?? '').toLowerCase().split('/');
  return family === 'image' || family === 'audio' || family === 'video' ? family : 'file';
}

/** The message's text; for a call also how long it was, or that nobody answered. */
function textOf({ channel, preview = '', meta }: MessageAttributes): string {
  if (channel !== 'voice') return preview;
  const { answeredAt, endedAt } = meta ?? {};
  if (answeredAt === undefined) {
    return callText(preview, { state: endedAt === undefined ? undefined : notAnsweredWords() });
  }
  const hasEnded = endedAt !== undefined && endedAt >= answeredAt;
  return callText(preview, { seconds: hasEnded ? (endedAt - answeredAt) / 1_000 : undefined });
}

/** Why a message was not delivered, in Kustomer's words; `undefined` when nothing failed. */
function deliveryErrorOf({ status, error }: MessageAttributes): string | undefined {
  if (status !== 'error') return undefined;
  const parts = [error?.title, error?.detail].filter((part) => part !== undefined);
  return clip(parts.length > 0 ? parts.join(': ') : (error?.code ?? t`Not delivered`));
}
