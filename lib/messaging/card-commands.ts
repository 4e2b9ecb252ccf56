import * as v from 'valibot';
import { cardContentSchema, cardFormSchema, cardIdSchema } from '../model/data-card';
import { connectionIdSchema } from '../model/ids';
import { command, done } from './define-command';

const windowId = v.pipe(v.number(), v.integer());

const failed = v.object({
  kind: v.literal('failed'),
  /** For a person: what happened and what to do. */
  message: v.string(),
});

/** Answer of `cards.test`. */
const cardTestSchema = v.variant('kind', [
  v.object({ kind: v.literal('ok'), content: cardContentSchema }),
  /** It answers, and reports a person who does not exist as unknown. */
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
  /** Where the drop box has the secret. */
  draftId: connectionIdSchema,
  /** An existing card, whose stored secret is used where the form left none. */
  cardId: v.optional(cardIdSchema),
});

/** Data cards: fetched for a person on screen, and set up in the settings. */
export const cardCommands = {
  /**
   * Fetch the cards of the person whom the window's panel shows, unless that was done lately; answers
   * when all have answered. `force`: fetch `cardId` again now. Requests for anybody else are given up.
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
  /** Nobody is on screen in the window any longer: give up the requests in progress for it. */
  'cards.stop': command(['panel'], v.object({ windowId }), done),
  /** Test a card with a person who does not exist. */
  'cards.test': command(['options'], draft, cardTestSchema),
  'cards.save': command(['options'], draft, cardSaveSchema),
  'cards.remove': command(['options'], v.object({ cardId: cardIdSchema }), done),
  /** A form was left: give back the permission for this origin if nothing needs it. */
  'cards.leave': command(
    ['options'],
    v.object({ origin: v.pipe(v.string(), v.regex(/^https:\/\/[^/\s?#@]+$/)) }),
    done,
  ),
} as const;
