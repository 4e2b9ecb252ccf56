import * as v from 'valibot';
import { walkProofSchema } from '../model/coverage';
import { platformNameSchema, remoteIdSchema } from '../model/ids';
import { capturedItemSchema, captureSchema, pageContextSchema } from '../model/page';
import { walkStops } from '../model/walk';
import { bulkCommands } from './bulk-commands';
import { cardCommands } from './card-commands';
import { completionCommands } from './completion-commands';
import { type AnswerOf, command, done, type PayloadOf } from './define-command';
import { fullTextCommands } from './full-text-commands';
import { historyCommands } from './history-commands';
import { membraneCommands } from './membrane-commands';
import { noteCommands } from './note-commands';
import { optionsCommands } from './options-commands';
import { peopleCommands } from './people-commands';
import { pickerCommands } from './picker-commands';
import { replyCommands } from './reply-commands';
import { setUpCommands } from './set-up-commands';
import { walkCommands } from './walk-commands';

/** What a helpdesk page reports. It carries no schemas, so that only the worker needs these. */
const pageReports = {
  /** The helpdesk page shows this now. */
  'page.context': command(['page'], v.object({ context: pageContextSchema }), done),
  /** The helpdesk page shows these messages now (a platform without history API). */
  'page.capture': command(['page'], captureSchema, done),
  /** Something happened in the conversation on screen: a message may have come or gone. */
  'page.activity': command(['page'], v.object({}), done),
  /** How far the page has been read that somebody wants to have whole. */
  'page.walk': command(
    ['page'],
    v.object({
      platform: platformNameSchema,
      conversationId: remoteIdSchema,
      count: v.pipe(v.number(), v.integer(), v.minValue(0)),
      oldest: v.optional(capturedItemSchema),
      end: v.optional(v.union([walkProofSchema, v.picklist(walkStops)])),
    }),
    done,
  ),
  /** The helpdesk page is being left. */
  'page.gone': command(['page'], v.object({}), done),
} as const;

/**
 * Every message to the worker; the router refuses everything else. No message carries an address (except
 * those of the team's file and of data cards, from the options page), a path, a header, markup or a secret.
 */
export const commands = {
  ...pageReports,
  ...historyCommands,
  ...walkCommands,
  ...peopleCommands,
  ...completionCommands,
  ...replyCommands,
  ...bulkCommands,
  ...pickerCommands,
  ...fullTextCommands,
  ...noteCommands,
  ...optionsCommands,
  ...membraneCommands,
  ...setUpCommands,
  ...cardCommands,
} as const;

export type Commands = typeof commands;
export type MessageType = keyof Commands;
export type Payload<T extends MessageType> = PayloadOf<Commands[T]>;
export type Answer<T extends MessageType> = AnswerOf<Commands[T]>;
