import * as v from 'valibot';
import { connectionIdSchema, contactRefSchema, platformNameSchema } from '../model/ids';
import { command, done } from './define-command';

const windowId = v.pipe(v.number(), v.integer());
const part = v.object({ windowId, connectionId: v.optional(connectionIdSchema) });

/** Parts of the options page that the panel leads to. */
const optionsSectionSchema = v.picklist(['helpdesks', 'membrane', 'responses']);

export type OptionsSection = v.InferOutput<typeof optionsSectionSchema>;

/** What the panel asks for about the person on screen and their history. */
export const historyCommands = {
  /**
   * The panel of a window opened, or came back: make sure what it shows is fresh. Answers `storage-full`
   * where the browser had no storage left for new data.
   */
  'panel.watch': command(['panel'], v.object({ windowId }), v.optional(v.literal('storage-full'))),
  /** Fetch again, whether fresh or not; one connection or all. */
  'panel.refresh': command(['panel'], part, done),
  /** Load older parts, where there are any; of one connection or all. */
  'panel.more': command(['panel'], part, done),
  /**
   * Load everything available, until done or another person is on screen. With an `anchor` only while
   * this contact is on screen. Answers when to ask again (epoch ms), where a platform had a temporary
   * failure.
   */
  'panel.all': command(
    ['panel'],
    v.object({ windowId, anchor: v.optional(contactRefSchema) }),
    v.optional(v.number()),
  ),
  /** Stop loading older parts for the person on screen. */
  'panel.stop': command(['panel'], v.object({ windowId }), done),
  /** Start, pause or cancel reading all contacts of a platform without search. */
  'panel.directory': command(
    ['panel', 'options'],
    v.object({
      connectionId: connectionIdSchema,
      action: v.picklist(['start', 'pause', 'cancel']),
    }),
    done,
  ),
  /** Open the options page at a platform's form, or at the part that is named. */
  'panel.open-settings': command(
    ['panel'],
    v.object({
      platform: v.optional(platformNameSchema),
      section: v.optional(optionsSectionSchema),
    }),
    done,
  ),
} as const;
