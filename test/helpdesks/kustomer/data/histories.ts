import { hexId } from '../../world/ids';
import type { StoryConversation, StoryMessage, World } from '../../world/types';
import { agentId, botUserId, tagId } from './people';
import type { ConversationRow, CustomerRow, MessageRow, NoteRow } from './rows';

const statuses = { open: 'open', pending: 'open', snoozed: 'snoozed', resolved: 'done' } as const;

interface History {
  conversation: ConversationRow;
  messages: MessageRow[];
  notes: NoteRow[];
}

/** One conversation of a story: what was said goes to messages, internal notes to notes. */
export function historyOf(
  world: World,
  customer: CustomerRow,
  story: StoryConversation,
  position: number,
): History {
  const seed = `kustomer/${customer.person}/${customer.record}/${position}`;
  const times = story.messages.map((message) => world.now - message.ago * 60_000);
  const conversation: ConversationRow = {
    id: hexId(seed),
    customerId: customer.id,
    name: story.subject,
    externalId: undefined,
    channel: story.channel,
    status: statuses[story.status],
    assigneeId: story.assignee === undefined ? undefined : agentId(story.assignee),
    tagIds: (story.labels ?? []).map(tagId),
    createdAt: times.length === 0 ? customer.createdAt : Math.min(...times),
  };
  const items = story.messages.map((message, index) => ({
    message,
    id: hexId(`${seed}/${index}`),
    at: times[index] ?? world.now,
  }));
  return {
    conversation,
    messages: items
      .filter(({ message }) => message.note !== true)
      .map(({ message, id, at }) => messageOf(conversation, story, message, id, at)),
    notes: items
      .filter(({ message }) => message.note === true)
      .map(({ message, id, at }) => noteOf(conversation, message, id, at)),
  };
}

function messageOf(
  conversation: ConversationRow,
  story: StoryConversation,
  message: StoryMessage,
  id: string,
  at: number,
): MessageRow {
  return {
    id,
    customerId: conversation.customerId,
    conversationId: conversation.id,
    channel: story.channel,
    subject: story.channel === 'email' ? story.subject : undefined,
    direction: message.from === 'customer' ? 'in' : 'out',
    authorId: authorOf(message),
    auto: message.from === 'bot' || message.from === 'system',
    text: message.deleted === true ? '' : textOf(message),
    html: message.deleted === true ? undefined : message.html,
    at,
    edited: message.edited ?? false,
    redacted: message.deleted ?? false,
    reactions: message.reactions ?? [],
    failed: message.failed,
    attachments: (message.attachments ?? []).map((attachment, index) => ({
      ...attachment,
      id: hexId(`${id}/attachment/${index}`),
    })),
  };
}

function noteOf(
  conversation: ConversationRow,
  message: StoryMessage,
  id: string,
  at: number,
): NoteRow {
  return {
    id,
    customerId: conversation.customerId,
    conversationId: conversation.id,
    body: message.text,
    authorId: authorOf(message),
    externalId: undefined,
    mentions: [],
    createdAt: at,
    updatedAt: message.edited === true ? at + 60_000 : at,
    deletedAt: message.deleted === true ? at + 60_000 : undefined,
  };
}

function textOf(message: StoryMessage): string {
  return message.quoted === undefined
    ? message.text
    : `${message.text}\n\n${message.quoted}`.trim();
}

function authorOf(message: StoryMessage): string | undefined {
  if (message.from === 'bot') return botUserId;
  return message.agent === undefined ? undefined : agentId(message.agent);
}
