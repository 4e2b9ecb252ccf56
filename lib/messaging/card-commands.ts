import * as v from 'valibot';
import { cardContentSchema, cardFormSchema, cardIdSchema } from '../model/data-card';
import { connectionIdSchema } from '../model/ids';
import { command, done } from './command';

const windowId = v.pipe(v.number(), v.integer());

const failed = v.object({
  kind: v.literal('failed'),
  /** What happened and what to do, for a person. */
  message: v.string(),
});

/** Answer of `cards.test`. */
const cardTestSchema = v.variant('kind', [
  v.object({ kind: v.literal('ok'), content: cardContentSchema }),
  /** It answers, and does not know who does not exist. */
  v.object({ kind: v.literal('nobody') }),
  failed,
]);
export type CardTestAnswer = v.InferOutput<typeof cardTestSchema>;

/** Answer of `cards.save`. */
const cardSaveSchema = v.variant('kind', [
  v.object({ kind: v.literal('ok'), cardId: cardIdSchema }),
  failed,
]);
export type CardSaveAnswer = v.InferOutput<typeof cardSaveSchema>;

const draft = v.object({
  form: cardFormSchema,
  /** Where the secret was left in the drop box. */
  draftId: connectionIdSchema,
  /** An existing card, whose stored secret counts where none was left. */
  cardId: v.optional(cardIdSchema),
});

/** Data cards: asked for beside a person, and set up in the settings. */
export const cardCommands = {
  /**
   * Have the cards of whom the window's panel shows asked, unless that was done lately; answers when
   * all have answered. `force`: ask `cardId` again now. What was asked for somebody else is given up.
   */
  'cards.load': command(
    ['panel'],
    v.object({
      windowId,
      cardId: v.optional(cardIdSchema),
      force: v.optional(v.boolean()),
    }),
    done,
  ),
  /** Nobody is on screen in the window any longer: give up what is under way for it. */
  'cards.stop': command(['panel'], v.object({ windowId }), done),
  /** Ask a card for a person who does not exist. */
  'cards.test': command(['options'], draft, cardTestSchema),
  'cards.save': command(['options'], draft, cardSaveSchema),
  'cards.remove': command(['options'], v.object({ cardId: cardIdSchema }), done),
  /** A form was left: give the permission for this origin back if nothing needs it. */
  'cards.leave': command(
    ['options'],
    v.object({ origin: v.pipe(v.string(), v.regex(/^https:\/\/[^/\s?#@]+$/)) }),
    done,
  ),
} as const;
