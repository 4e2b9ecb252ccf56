import * as v from 'valibot';
import { replySchema } from '../../model/reply';
import { anything, flag, lenient, line, writtenText } from '../shared/field-schemas';
import { readChatwootTime, readImportedTime } from './times';

/*
 * Schemas of Chatwoot's answers, reduced to what is used. An item needs its id; every other field
 * may be missing, null or of another type, and then counts as absent.
 */

const time = v.pipe(anything, v.transform(readChatwootTime));
const importedTime = v.pipe(anything, v.transform(readImportedTime));

/** Ids are whole numbers everywhere; of conversations, the number per account that URLs show. */
const id = v.pipe(
  v.union([v.pipe(v.number(), v.safeInteger(), v.minValue(1)), v.pipe(v.string(), v.digits())]),
  v.transform(String),
  v.maxLength(18),
);

export const chatwootContactSchema = v.object({
  id,
  name: line,
  email: line,
  phone_number: line,
  identifier: line,
  thumbnail: line,
  last_activity_at: time,
  /** Channels add keys of their own, among them handles on social networks. */
  additional_attributes: lenient(
    v.looseObject({
      city: line,
      country: line,
      company_name: line,
      language: line,
      description: line,
      social_profiles: anything,
      username: line,
      screen_name: line,
    }),
  ),
  /** What the team defined; any key, any value. */
  custom_attributes: lenient(v.record(v.string(), v.unknown())),
});
export type ChatwootContact = v.InferOutput<typeof chatwootContactSchema>;

const senderSchema = lenient(v.object({ name: line, available_name: line, type: line }));
export type ChatwootSender = v.InferOutput<typeof senderSchema>;

export const chatwootConversationSchema = v.object({
  id,
  inbox_id: lenient(id),
  status: line,
  created_at: time,
  last_activity_at: time,
  updated_at: time,
  timestamp: time,
  waiting_since: time,
  labels: anything,
  /** What the team defined; any key, any value. */
  custom_attributes: lenient(v.record(v.string(), v.unknown())),
  additional_attributes: lenient(
    v.object({ mail_subject: line, conversation_language: line, browser_language: line }),
  ),
  meta: lenient(
    v.object({ sender: anything, channel: line, assignee: senderSchema, hmac_verified: anything }),
  ),
  /** The newest message of any kind, if there is one. */
  messages: anything,
});
export type ChatwootConversation = v.InferOutput<typeof chatwootConversationSchema>;

const bodies = lenient(v.object({ quoted: writtenText, reply: writtenText, full: writtenText }));

const emailSchema = lenient(
  v.object({ subject: line, text_content: bodies, html_content: bodies }),
);
export type ChatwootEmail = v.InferOutput<typeof emailSchema>;

/** What forks and later versions add to a message (README.md#messages). */
const marks = {
  is_edited: anything,
  edited: anything,
  edited_at: anything,
  deleted_by_contact: anything,
  is_reaction: anything,
  reactions: anything,
};

/** A telephone call, as `call` of a message, or in `data` of an earlier version. */
const callSchema = lenient(
  v.object({
    status: line,
    duration_seconds: anything,
    accepted_by_agent_name: line,
    recording_url: line,
    transcript: writtenText,
  }),
);
export type ChatwootCall = v.InferOutput<typeof callSchema>;

const contentAttributes = lenient(
  v.object({
    deleted: flag,
    is_unsupported: flag,
    external_created_at: importedTime,
    /** Rule of an automation that wrote it. */
    automation_rule_id: anything,
    ...marks,
    external_error: line,
    email: emailSchema,
    items: anything,
    submitted_values: anything,
    submitted_email: line,
    data: callSchema,
  }),
);

/** A message, both as the messages endpoint writes it and as part of a conversation. */
export const chatwootMessageSchema = v.object({
  id,
  content: writtenText,
  content_type: line,
  message_type: anything,
  status: line,
  private: flag,
  created_at: time,
  content_attributes: contentAttributes,
  sender: senderSchema,
  sender_type: line,
  attachments: anything,
  call: callSchema,
  reactions: anything,
});
export type ChatwootMessage = v.InferOutput<typeof chatwootMessageSchema>;

export const chatwootAttachmentSchema = v.object({
  file_type: line,
  extension: line,
  data_url: line,
  fallback_title: line,
  file_size: anything,
  transcribed_text: writtenText,
  coordinates_lat: anything,
  coordinates_long: anything,
  /** Of a contact card; its number is the title. Channels spell the names in two ways. */
  meta: lenient(
    v.object({
      firstName: line,
      lastName: line,
      first_name: line,
      last_name: line,
      formatted_name: line,
      name: line,
    }),
  ),
});
export type ChatwootAttachment = v.InferOutput<typeof chatwootAttachmentSchema>;

/** An inbox of the account, reduced to what a person knows it by. */
export const chatwootInboxSchema = v.object({
  id,
  name: line,
  email: line,
  phone_number: line,
  /** Telegram's. */
  bot_name: line,
  /** Where the chat is. */
  website_url: line,
});

/** A membership of the key's owner, in `accounts` of the profile. */
export const chatwootAccountSchema = v.object({
  id,
  name: line,
  status: line,
  role: line,
  permissions: anything,
});
export type ChatwootAccount = v.InferOutput<typeof chatwootAccountSchema>;

export const chatwootProfileSchema = v.object({
  id: lenient(id),
  name: line,
  available_name: line,
  email: line,
  account_id: anything,
  accounts: anything,
});

/** Answer of `GET /api`, which every Chatwoot since 1.4.0 gives without a key. */
export const chatwootServerSchema = v.object({
  version: v.pipe(v.string(), v.regex(/^v?\d+\.\d+/)),
});

/**
 * A contact's note. `user` wrote it last, and is left out when that user is gone (README.md#notes).
 */
export const chatwootNoteSchema = v.object({
  id,
  content: writtenText,
  user: lenient(v.object({ id: lenient(id), name: line, available_name: line })),
  created_at: time,
});
export type ChatwootNote = v.InferOutput<typeof chatwootNoteSchema>;

/**
 * At most 255 characters, each of one or two units of UTF-16. As it is there, blanks included: a
 * text that is changed must not change its code.
 */
const shortCode = v.pipe(v.string(), v.regex(/\S/), v.maxLength(510));

/**
 * A canned response as Chatwoot returns it (README.md#canned-responses): the plain record, its times in
 * ISO 8601.
 */
export const cannedResponseSchema = v.object({
  id: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.transform(String)),
  short_code: shortCode,
  content: v.pipe(replySchema.entries.body, v.minLength(1)),
  updated_at: time,
});
