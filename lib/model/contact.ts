import * as v from 'valibot';
import { connectionIdSchema, platformNameSchema, remoteIdSchema } from './ids';

const text = v.pipe(v.string(), v.maxLength(2_000));

/** Something a platform keeps about a person or a conversation under a name of its own. */
export const attributeSchema = v.object({
  label: text,
  value: text,
  /** The platform's own name for it, where the label does not show it. */
  key: v.optional(text),
  /** Where the platform keeps it as a boolean: then `value` is the English word, and the panel shows its own. */
  truth: v.optional(v.boolean()),
});
export type Attribute = v.InferOutput<typeof attributeSchema>;

/** One platform's record of a human, in the form every part of the product understands. */
export const contactSchema = v.object({
  connectionId: connectionIdSchema,
  id: remoteIdSchema,
  platform: platformNameSchema,
  /** A real name. A label the platform invented goes to `placeholderName`. */
  name: v.optional(text),
  /** What the platform shows for a nameless contact, e.g. "Visitor #12". Never used for matching. */
  placeholderName: v.optional(text),
  avatarUrl: v.optional(text),
  /** As the platform writes them, for display. */
  emails: v.array(text),
  phones: v.array(text),
  /** Normal forms (lib/identity), for matching; indexed. */
  emailKeys: v.array(text),
  phoneKeys: v.array(text),
  externalIds: v.array(text),
  company: v.optional(text),
  /** What the person is called on social networks. Shown and searched, never used for matching. */
  socials: v.optional(v.array(v.object({ network: text, username: text }))),
  /** BCP 47, e.g. `pt-BR`. */
  language: v.optional(text),
  /** IANA name, e.g. `Europe/Berlin`. */
  timeZone: v.optional(text),
  /** Country of the person as the platform gives it, ISO 3166, e.g. `SE`. */
  region: v.optional(v.pipe(v.string(), v.maxLength(2))),
  /** Those of `phoneKeys` that were worked out of numbers without country code. */
  localKeys: v.optional(v.array(text)),
  /** Last digits of the numbers, for finding other spellings of them; indexed. */
  phoneTails: v.optional(v.array(text)),
  /** Words for a place, e.g. "Lund, Sweden". */
  location: v.optional(text),
  /** Epoch milliseconds. */
  lastSeenAt: v.optional(v.number()),
  /** How many conversations the platform counts, where it says so. */
  conversationCount: v.optional(v.number()),
  /** What the platform (or the team, in custom fields) keeps about the person, in its own words. */
  attributes: v.optional(v.array(attributeSchema)),
  /** Epoch ms since when the platform no longer has the contact, as far as is known. */
  goneAt: v.optional(v.number()),
  /** Deep link into the helpdesk. */
  url: v.optional(text),
  /** A secret id that API calls need (Chatra's client id). Never displayed, logged or exported. */
  handle: v.optional(text),
  /** Epoch ms, to the hour, of the last time a page showed it; absent where the page is no source. */
  shownAt: v.optional(v.number()),
  /** Epoch milliseconds of the last time the platform reported it; 0 where only a page or a list did. */
  fetchedAt: v.number(),
});
export type Contact = v.InferOutput<typeof contactSchema>;

/** Something that can prove that two contacts are the same human. `value` is in normal form. */
export interface Identifier {
  kind: 'email' | 'phone' | 'external-id';
  value: string;
}
