import * as v from 'valibot';
import { attributeSchema } from './contact';
import { walkProofSchema } from './coverage';
import { connectionIdSchema, remoteIdSchema } from './ids';

const line = v.pipe(v.string(), v.maxLength(2_000));

export const conversationStatusSchema = v.picklist([
  'open',
  'pending',
  'snoozed',
  'resolved',
  'unknown',
]);
export type ConversationStatus = v.InferOutput<typeof conversationStatusSchema>;

/** That somebody had a conversation read off the page, from the newest message back. */
export const readThroughSchema = v.object({
  /** Why the first message is known to be held, and its id; absent where it was not reached. */
  proof: v.optional(walkProofSchema),
  firstId: v.optional(remoteIdSchema),
  /** Epoch ms up to which nothing is missing. */
  asOf: v.number(),
});

export const conversationSchema = v.object({
  connectionId: connectionIdSchema,
  id: remoteIdSchema,
  contactId: remoteIdSchema,
  subject: v.optional(line),
  /** Where it takes place, in words: "E-mail", "WhatsApp", "Live chat". */
  channel: v.optional(line),
  /** What the team calls the inbox it came in by, and its own address or number there. */
  inboxName: v.optional(line),
  inboxAddress: v.optional(line),
  status: conversationStatusSchema,
  /** Name of the colleague it is assigned to. */
  assignee: v.optional(line),
  /** Epoch ms since when the customer waits for an answer, where the platform tells. */
  waitingSince: v.optional(v.number()),
  /** Labels of the conversation, by name. */
  labels: v.optional(v.array(line)),
  /** What the team keeps about it under names of its own. */
  attributes: v.optional(v.array(attributeSchema)),
  /** True where the team's own site proved to the platform who the customer is. */
  isVerified: v.optional(v.boolean()),
  /** What the customer thought of it, in the platform's words, e.g. "4 of 5". */
  satisfaction: v.optional(line),
  /** Epoch milliseconds. */
  createdAt: v.optional(v.number()),
  lastActivityAt: v.optional(v.number()),
  /** Deep link into the helpdesk. */
  url: v.optional(line),
  readThrough: v.optional(readThroughSchema),
});
export type Conversation = v.InferOutput<typeof conversationSchema>;

export const attachmentSchema = v.object({
  name: line,
  url: v.optional(line),
  kind: v.picklist(['image', 'audio', 'video', 'file', 'location', 'contact', 'link']),
  /** Bytes. */
  size: v.optional(v.number()),
  /** What is said in it, as the platform wrote it down. */
  transcript: v.optional(v.string()),
  /** Where a location is, in degrees. */
  coordinates: v.optional(v.object({ latitude: v.number(), longitude: v.number() })),
  /** Number on a contact card, as it is there. */
  phone: v.optional(line),
});
export type Attachment = v.InferOutput<typeof attachmentSchema>;

/** What an e-mail holds below its own words: what it quotes, what it forwards, or the rest of it. */
export const quotedPartSchema = v.object({
  kind: v.picklist(['quoted', 'forwarded', 'rest']),
  text: v.string(),
});
export type QuotedPart = v.InferOutput<typeof quotedPartSchema>;

export const messageKindSchema = v.picklist(['message', 'note', 'activity']);
export type MessageKind = v.InferOutput<typeof messageKindSchema>;

/** One item of a history: a message to or from the customer, an internal note, or a system line. */
export const messageSchema = v.object({
  connectionId: connectionIdSchema,
  id: remoteIdSchema,
  contactId: remoteIdSchema,
  conversationId: remoteIdSchema,
  kind: messageKindSchema,
  /** `in` from the customer, `out` to the customer, `none` for notes and activity. */
  direction: v.picklist(['in', 'out', 'none']),
  author: v.object({
    name: v.optional(line),
    role: v.picklist(['contact', 'agent', 'bot', 'system']),
  }),
  /** Plain text, or Markdown where `format` says so; remote markup is shown as text, never executed. */
  text: v.string(),
  /** How the platform's own page reads the text; absent where it is shown as it was typed. */
  format: v.optional(v.literal('markdown')),
  /** Plain text. */
  quoted: v.optional(quotedPartSchema),
  /** The platform gave only the beginning of the text. */
  cut: v.optional(v.boolean()),
  subject: v.optional(line),
  /** Epoch milliseconds. Where the time is unknown: the best guess, see `timeQuality`. */
  sentAt: v.number(),
  timeQuality: v.picklist(['exact', 'approximate', 'unknown']),
  /** Epoch ms when the platform wrote it down, where that was at another time: it was imported. */
  recordedAt: v.optional(v.number()),
  /** Order within the conversation for equal times: greater is newer. */
  sequence: v.number(),
  attachments: v.array(attachmentSchema),
  deleted: v.optional(v.boolean()),
  /** The customer took it back; the platform still has its text. */
  withdrawn: v.optional(v.boolean()),
  edited: v.optional(v.boolean()),
  /** It is an answer to another message, in one sign. */
  isReaction: v.optional(v.boolean()),
  /** Signs it was answered with, each once, with a number where there are several: "👍 2". */
  reactions: v.optional(v.array(line)),
  /** Why the platform could not deliver it, in the platform's words. */
  deliveryError: v.optional(line),
});
export type Message = v.InferOutput<typeof messageSchema>;
