import * as v from 'valibot';
import { contactRefSchema } from './ids';

/**
 * What a person said about two contacts: `same` human; `unlinked` from each other, though evidence
 * joins them (still offered as a suggestion); `different` for good (never offered again).
 */
export const verdictSchema = v.picklist(['same', 'unlinked', 'different']);
export type Verdict = v.InferOutput<typeof verdictSchema>;

/** The most contacts of a person that a decision also names; no person has as many. */
export const MOST_OF_ONE_PERSON = 500;

/**
 * A person's word about two contacts. Survives everything that was fetched: it is a decision, not
 * a copy. The pair has no direction; a later decision about it replaces the earlier one.
 */
export const linkSchema = v.object({
  /** `contactRef` of the one that comes first in the order of strings. */
  a: contactRefSchema,
  /** `contactRef` of the other. */
  b: contactRefSchema,
  verdict: verdictSchema,
  /**
   * Of a word that parts the two: the contacts that were one person with the one of them, from whom
   * the other is separated as well. It only follows for them: a decision about themselves is left alone.
   */
  person: v.optional(v.pipe(v.array(contactRefSchema), v.maxLength(MOST_OF_ONE_PERSON))),
  /** Name of the colleague who said so, where the platform names one. */
  by: v.optional(v.string()),
  /** Epoch ms. */
  at: v.number(),
});

export interface LinkRow extends v.InferOutput<typeof linkSchema> {
  /** The word about the two that it replaced, to be put back as it was while undoing is offered. */
  replaced?: LinkRow | undefined;
}
