import type { StoryMessage, StoryRecord } from '../../world/types';
import { sentencesIn } from '../api/sentences';
import type { Message, MessageTypeName } from '../tables';
import { escapeHtml, mailOf } from './email';

export interface MessagePlace {
  now: number;
  channel: string;
  subject: string;
  record: StoryRecord;
  contactId: number;
  botId: number;
  /** User id of a world agent, by key. */
  userIdOf(agentKey: string): number | undefined;
  /** Names the message in generated ids. */
  seed: string;
}

/** A story's message as a row; `id` is given later, in the order of time. */
export function createMessage(story: StoryMessage, place: MessagePlace): Message {
  const createdAt = place.now - story.ago * 60_000;
  const base: Message = {
    id: 0,
    type: typeOf(story, place.channel),
    contentType: contentTypeOf(story, place.channel),
    content: story.text === '' ? null : story.text,
    private: story.note === true,
    status: statusOf(story),
    contentAttributes: attributesOf(story, place, createdAt),
    sourceId: null,
    createdAt,
    sender: senderOf(story, place),
    attachments: (story.attachments ?? []).map((attachment) => ({
      id: 0,
      fileName: attachment.name,
      mime: attachment.mime,
      size: attachment.size,
    })),
  };
  return story.deleted === true ? deletedForm(base, sentencesIn.en.deleted) : base;
}

/** What remains of a deleted message: the flag and a sentence in the server's language. */
export function deletedForm(message: Message, content: string): Message {
  return {
    ...message,
    content,
    contentType: 'text',
    contentAttributes: { deleted: true },
    attachments: [],
  };
}

function typeOf(story: StoryMessage, channel: string): MessageTypeName {
  if (story.note === true) return 'outgoing';
  if (story.from === 'customer') return 'incoming';
  if (story.from === 'system') return 'activity';
  return isAutoReply(story, channel) ? 'template' : 'outgoing';
}

/** A bot does not write e-mails in Chatwoot: an automatic mail is a template without a sender. */
function isAutoReply(story: StoryMessage, channel: string): boolean {
  return story.from === 'bot' && channel === 'email';
}

function contentTypeOf(story: StoryMessage, channel: string): string {
  return story.from === 'customer' && channel === 'email' ? 'incoming_email' : 'text';
}

function statusOf(story: StoryMessage): Message['status'] {
  if (story.failed !== undefined) return 'failed';
  return story.from === 'agent' && story.note !== true ? 'read' : 'sent';
}

function senderOf(story: StoryMessage, place: MessagePlace): Message['sender'] {
  if (story.from === 'customer') return { kind: 'contact', id: place.contactId };
  if (story.from === 'system' || isAutoReply(story, place.channel)) return null;
  if (story.from === 'bot') return { kind: 'bot', id: place.botId };
  const user = story.agent === undefined ? undefined : place.userIdOf(story.agent);
  return user === undefined ? null : { kind: 'user', id: user };
}

function attributesOf(
  story: StoryMessage,
  place: MessagePlace,
  sentAt: number,
): Record<string, unknown> {
  const failure = story.failed === undefined ? {} : { external_error: story.failed };
  if (place.channel !== 'email' || story.note === true || story.from === 'system') return failure;
  const customer = place.record.email ?? 'unknown@mail.example';
  const desk = 'support@acme-outdoor.example';
  if (story.from === 'customer') {
    const email = mailOf(story, {
      subject: place.subject,
      from: customer,
      to: desk,
      sentAt,
      seed: place.seed,
    });
    return { ...failure, cc_emails: [], bcc_emails: [], email };
  }
  const bodies = { full: story.text, reply: story.text, quoted: story.text };
  return {
    ...failure,
    to_emails: [customer],
    cc_emails: [],
    bcc_emails: [],
    email: {
      html_content: { ...bodies, full: `<p>${escapeHtml(story.text)}</p>` },
      text_content: bodies,
    },
  };
}
