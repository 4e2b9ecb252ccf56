import * as v from 'valibot';

/** The fields of a contact that can be completed from another record of the same person. */
export const contactFieldSchema = v.picklist(['name', 'email', 'phone', 'company', 'external-id']);
export type ContactField = v.InferOutput<typeof contactFieldSchema>;

/** A field that a platform takes, and what it asks of a value. */
export const fieldRuleSchema = v.object({
  field: contactFieldSchema,
  /** Several values stand side by side: one more takes the place of none. */
  isList: v.optional(v.boolean()),
  /** No two contacts of an account may carry the same. */
  isUnique: v.optional(v.boolean()),
  /** A number has to be E.164. */
  needsCountryCode: v.optional(v.boolean()),
});
export type FieldRule = v.InferOutput<typeof fieldRuleSchema>;

/** Longest value (characters) that is written into a field; no real one is longer. */
export const LONGEST_FIELD = 255;

/**
 * How far a write is. `sending`, `undoing`: on its way, or its answer was lost, so that only a look
 * can tell; `written`: it is there and can be taken back; `undone`: it was; `refused`: it was not
 * taken, or put back at once; `overtaken`: something else is there by now.
 */
export type ContactWriteState =
  | 'sending'
  | 'written'
  | 'undoing'
  | 'undone'
  | 'refused'
  | 'overtaken';

/** One value that was written into a contact, so that it is known and can be taken back. */
export interface ContactWriteRow {
  id: string;
  /** The contact that was written to. */
  connectionId: string;
  contactId: string;
  field: ContactField;
  /** As it was sent. */
  value: string;
  /** What it took the place of, to the letter; absent where there was nothing. */
  before?: string | undefined;
  /** As the platform keeps it; absent until that was seen. */
  after?: string | undefined;
  /** The record that the value is from. */
  source: { connectionId: string; contactId: string };
  /** Name of the colleague who confirmed it, where one is known. */
  by?: string | undefined;
  /** When it was confirmed (epoch ms). */
  at: number;
  /** When it, or its undoing, was sent (epoch ms). */
  sentAt: number;
  state: ContactWriteState;
  /** What there is to say about it, for a person. */
  message?: string | undefined;
}
