import * as v from 'valibot';
import { connectionIdSchema, platformNameSchema } from '../model/ids';

const windowId = v.pipe(v.number(), v.integer());

/** What the panel asks for about the person on screen and their history. */
export const historyMessages = {
  /** The panel of a window opened, or came back: make sure what it shows is fresh. */
  'panel.watch': v.object({ windowId }),
  /** Fetch again, fresh or not; one connection or all. */
  'panel.refresh': v.object({ windowId, connectionId: v.optional(connectionIdSchema) }),
  /** Load older parts, where there are any; of one connection or all. */
  'panel.more': v.object({ windowId, connectionId: v.optional(connectionIdSchema) }),
  /** Load everything that can be had, until done or another person is on screen. */
  'panel.all': v.object({
    windowId,
    /** Only while this contact (`contactRef`) is on screen. */
    anchor: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
  }),
  /** Load no more older parts of the person on screen. */
  'panel.stop': v.object({ windowId }),
  /** Start, pause or cancel reading all contacts of a platform without search. */
  'panel.directory': v.object({
    connectionId: connectionIdSchema,
    action: v.picklist(['start', 'pause', 'cancel']),
  }),
  /** Open the options page at a platform's form. */
  'panel.connect': v.object({ platform: v.optional(platformNameSchema) }),
} as const;

export const historySenders = {
  'panel.watch': ['panel'],
  'panel.refresh': ['panel'],
  'panel.more': ['panel'],
  'panel.all': ['panel'],
  'panel.stop': ['panel'],
  'panel.directory': ['panel', 'options'],
  'panel.connect': ['panel'],
} as const;
