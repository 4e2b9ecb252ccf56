import * as v from 'valibot';
import { contactFieldSchema, LONGEST_FIELD } from '../model/completion';
import { contactKeySchema } from '../model/ids';
import { MOST_OF_ONE_PERSON } from '../model/link-decision';
import { command, done } from './define-command';

const value = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_FIELD));
/** The text in a platform's field may be longer than anything that is ever written. */
const text = v.pipe(v.string(), v.maxLength(20_000));
const contacts = v.pipe(v.array(contactKeySchema), v.minLength(1), v.maxLength(MOST_OF_ONE_PERSON));

const completionSchema = v.object({
  field: contactFieldSchema,
  value: v.string(),
  source: contactKeySchema,
  target: contactKeySchema,
  shown: v.optional(v.string()),
  /** Somebody decided that the two are one human; otherwise identifiers on both show it. */
  isByHand: v.boolean(),
  /** Why it cannot be written, in a sentence. */
  obstacle: v.optional(v.string()),
});
export type OfferedCompletion = v.InferOutput<typeof completionSchema>;

const outcomeSchema = v.variant('kind', [
  /** It is done; `message` says what is special about it. */
  v.object({ kind: v.literal('done'), message: v.optional(v.string()) }),
  /** The field holds something other than what was shown. Nothing was written. */
  v.object({ kind: v.literal('conflict'), current: v.string(), canReplace: v.boolean() }),
  /** Nothing was written, or it was taken back at once; a sentence saying why. */
  v.object({ kind: v.literal('failed'), message: v.string() }),
  /** The answer was lost: the value may have been written, and is looked for again. */
  v.object({ kind: v.literal('unsure'), message: v.string() }),
]);
export type CompletionOutcome = v.InferOutput<typeof outcomeSchema>;

/** Writing into a contact what another record of the same person has. */
export const completionCommands = {
  /** What could be completed in these contacts of one person. Calls no platform. */
  'completion.offers': command(['panel'], v.object({ contacts }), v.array(completionSchema)),
  /**
   * Writes one value, which a person has confirmed. `shown`: what was there when it was confirmed;
   * anything else that is there is not replaced.
   */
  'completion.write': command(
    ['panel'],
    v.object({
      contacts,
      field: contactFieldSchema,
      value,
      source: contactKeySchema,
      target: contactKeySchema,
      shown: v.optional(text),
    }),
    outcomeSchema,
  ),
  /** Takes a write back, as long as what was written is still there. */
  'completion.undo': command(
    ['panel', 'options'],
    v.object({ id: v.pipe(v.string(), v.maxLength(64)) }),
    outcomeSchema,
  ),
  /** Looks for a value that was sent without getting an answer. */
  'completion.look': command(['options'], v.object({}), done),
} as const;
