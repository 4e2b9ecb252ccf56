import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import type { Contact } from '../../../model/contact';
import type { Conversation, Message } from '../../../model/history';
import { readEach } from '../../shared/read-each';
import type { OperatorNames } from '../operators';
import { type Chat, type ChatEvent, eventSchema, operatorReferenceSchema } from '../schemas';
import { chatStart, eventTime } from '../times';
import { chaportStatus } from './conversation-status';

interface ChatContext {
  contact: Contact;
  pageOrigin: string;
  operators: OperatorNames;
  /** Epoch ms. */
  now: number;
}

interface MappedChat {
  conversation: Conversation;
  messages: Message[];
  /** Events that could not be read; events without text are not counted. */
  dropped: number;
}

/** True when names of operators are needed to show this chat. */
export function namesOperators(chat: Chat): boolean {
  if (chat.operators.length > 0) return true;
  return readEach(eventSchema, chat.events).items.some((event) => operatorOf(event) !== undefined);
}

/**
 * A chat as a conversation with its messages, oldest first. Chat ids are unique within a visitor
 * only, so the visitor's id is part of every id made here.
 */
export function toConversation(chat: Chat, context: ChatContext): MappedChat {
  const { contact } = context;
  const id = `${contact.id}/${chat.id}`;
  const { items, dropped } = readEach(eventSchema, chat.events);
  const reader = new EventReader(chat, id, context);
  const messages = items.flatMap((event, index) => reader.read(event, index));
  const times = messages.map((message) => message.sentAt);
  const conversation: Conversation = {
    connectionId: contact.connectionId,
    id,
    contactId: contact.id,
    channel: 'Live chat',
    status: chaportStatus(chat.stage),
    assignee: assigneeOf(chat, context.operators),
    createdAt: chatStart(chat.id) ?? times[0],
    lastActivityAt:
      times.length === 0 ? chatStart(chat.id) : times.reduce((a, b) => Math.max(a, b)),
    url: `${context.pageOrigin}/#/chats/${encodeURIComponent(contact.id)}/${encodeURIComponent(chat.id)}`,
  };
  const lost = chat.events === undefined ? 1 : 0;
  return { conversation, messages, dropped: dropped + lost + reader.empty };
}

/** Turns events into messages in their order, which also gives a time to those without one. */
class EventReader {
  /** Messages without any text. */
  empty = 0;
  readonly #conversationId: string;
  readonly #context: ChatContext;
  #clock: { at: number; quality: 'approximate' | 'unknown' };

  constructor(chat: Chat, conversationId: string, context: ChatContext) {
    this.#conversationId = conversationId;
    this.#context = context;
    const start = chatStart(chat.id);
    this.#clock =
      start === undefined
        ? { at: context.contact.lastSeenAt ?? context.now, quality: 'unknown' }
        : { at: start, quality: 'approximate' };
  }

  read(event: ChatEvent, index: number): Message[] {
    const time = eventTime(event);
    if (time !== undefined) this.#clock = { at: time, quality: 'approximate' };
    const text = event.params.text;
    const role = roleOf(event.type);
    if (typeof text !== 'string' || text.trim() === '') {
      if (role !== 'system') this.empty += 1;
      return [];
    }
    const { contact } = this.#context;
    const message: Message = {
      connectionId: contact.connectionId,
      id: `${this.#conversationId}/${event.id ?? `@${index}`}`,
      contactId: contact.id,
      conversationId: this.#conversationId,
      kind: role === 'system' ? 'activity' : 'message',
      direction: directions[role],
      author: { role, name: this.#authorName(role, event) },
      text,
      sentAt: this.#clock.at,
      timeQuality: time === undefined ? this.#clock.quality : 'exact',
      sequence: index,
      attachments: [],
    };
    this.#clock = { ...this.#clock, at: this.#clock.at + (time === undefined ? 1 : 0) };
    return [message];
  }

  #authorName(role: Role, event: ChatEvent): string | undefined {
    if (role === 'contact')
      return this.#context.contact.name ?? this.#context.contact.placeholderName;
    if (role === 'system') return undefined;
    const operator = operatorOf(event);
    const names = this.#context.operators;
    if (operator === undefined || names === undefined) return undefined;
    // Operators who were deleted keep their messages but leave the list.
    return names.byId.get(operator) ?? (names.isWhole ? t`Former operator` : undefined);
  }
}

type Role = 'contact' | 'agent' | 'system';

const directions = { contact: 'in', agent: 'out', system: 'none' } as const;

/** Two types are known; any other one that carries text is shown as a neutral line. */
function roleOf(type: string): Role {
  if (type === 'visitor-message') return 'contact';
  return type === 'operator-message' ? 'agent' : 'system';
}

function operatorOf(event: ChatEvent): string | undefined {
  const { params, operatorId, operator } = event;
  const named = params.operatorId ?? operatorId ?? params.operator ?? operator;
  const parsed = v.safeParse(operatorReferenceSchema, named);
  return parsed.success ? parsed.output : undefined;
}

function assigneeOf(chat: Chat, operators: OperatorNames): string | undefined {
  if (operators === undefined) return undefined;
  const ids = readEach(operatorReferenceSchema, chat.operators).items;
  return ids.map((id) => operators.byId.get(id)).find((name) => name !== undefined);
}
