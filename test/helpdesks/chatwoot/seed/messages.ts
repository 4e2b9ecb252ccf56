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
    attachments: (story.attachments ?? []).map(({ name, ...attachment }) => ({
      id: 0,
      fileName: name,
      ...attachment,
    })),
    ...(story.reactions === undefined ? {} : { reactions: story.reactions }),
    ...(story.call === undefined ? {} : { call: callOf(story, createdAt) }),
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

/** As the server's calls have it: direction, how it ended, how long it was and who answered. */
function callOf(story: StoryMessage, startedAt: number): Record<string, unknown> {
  const { status, seconds, by, transcript } = story.call ?? { status: 'failed' };
  return {
    provider: 'twilio',
    direction: story.from === 'customer' ? 'incoming' : 'outgoing',
    status,
    duration_seconds: seconds ?? null,
    end_reason: null,
    accepted_by_agent_id: null,
    accepted_by_agent_name: by ?? null,
    started_at: seconds === undefined ? null : new Date(startedAt).toISOString(),
    ended_at: null,
    recording_url: null,
    transcript: transcript ?? null,
  };
}

function contentTypeOf(story: StoryMessage, channel: string): string {
  if (story.call !== undefined) return 'voice_call';
  return story.from === 'customer' && channel === 'email' ? 'incoming_email' : 'text';
}

function statusOf(story: StoryMessage): Message['status'] {
  if (story.failed !== undefined) return 'failed';
  return story.from === 'agent' && story.note !== true ? 'read' : 'sent';
}

function senderOf(story: StoryMessage, place: MessagePlace): Message['sender'] {
  if (story.from === 'customer') return { kind: 'contact', id: place.contactId };
  if (story.from === 'system' || isAutoReply(story, place.channel)) return null;
  if (story.automation === true) return null;
  if (story.from === 'bot') return { kind: 'bot', id: place.botId };
  const user = story.agent === undefined ? undefined : place.userIdOf(story.agent);
  return user === undefined ? null : { kind: 'user', id: user };
}

function failureOf({ failed }: StoryMessage): Record<string, unknown> {
  return failed === undefined ? {} : { external_error: failed };
}

/** What automations and forks write beside a message. */
function marksOf(story: StoryMessage): Record<string, unknown> {
  return {
    ...(story.automation === true ? { automation_rule_id: 3 } : {}),
    ...(story.edited === true ? { is_edited: true } : {}),
    ...(story.withdrawn === true ? { deleted_by_contact: true } : {}),
  };
}

function attributesOf(
  story: StoryMessage,
  place: MessagePlace,
  sentAt: number,
): Record<string, unknown> {
  const failure = { ...failureOf(story), ...marksOf(story) };
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
