import type * as v from 'valibot';
import { historyMessages, historySenders } from './history-messages';
import { noteMessages, noteSenders } from './note-messages';
import { optionsMessages, optionsSenders } from './options-messages';
import { pageMessages, pageSenders } from './page-messages';
import { peopleMessages, peopleSenders } from './people-messages';
import { replyMessages, replySenders } from './reply-messages';

/**
 * Every message that travels between the parts of the product, with the kind of sender that may
 * send it. No message carries an address (but for that of the team's file, from the options page), a
 * path, a header, markup or a secret.
 */
export type SenderKind = 'page' | 'panel' | 'options';

export const messageSchemas = {
  ...pageMessages,
  ...historyMessages,
  ...peopleMessages,
  ...replyMessages,
  ...noteMessages,
  ...optionsMessages,
} as const;

export type MessageType = keyof typeof messageSchemas;
export type Payload<T extends MessageType> = v.InferOutput<(typeof messageSchemas)[T]>;

/** Who may send what; the router refuses everything else. */
export const allowedSenders: Readonly<Record<MessageType, readonly SenderKind[]>> = {
  ...pageSenders,
  ...historySenders,
  ...peopleSenders,
  ...replySenders,
  ...noteSenders,
  ...optionsSenders,
};
