import * as v from 'valibot';
import { coverageSchema } from '../model/coverage';
import { contactKeySchema, platformNameSchema } from '../model/ids';
import { linkSchema, MOST_OF_ONE_PERSON, verdictSchema } from '../model/link-decision';
import { command, done } from './define-command';

const windowId = v.pipe(v.number(), v.integer());
const verdict = v.picklist([...verdictSchema.options, 'none']);

/** Answer of `people.tags`: one entry for each contact whose platform has tags. */
const tagsAnswerSchema = v.array(
  v.object({
    platform: platformNameSchema,
    tags: v.array(v.string()),
    /** Why they could not be read. */
    problem: v.optional(coverageSchema),
  }),
);
export type TagsAnswer = v.InferOutput<typeof tagsAnswerSchema>;

/** Who is the same human: decisions, and the search by hand. */
export const peopleCommands = {
  /**
   * A decision about two contacts: `other` joins the person of `one`, or leaves it; `none` withdraws an
   * earlier decision. Where nobody can tell who is on screen, an `addressRef` stands for the contact.
   * Answers the decision that was replaced, as a `verdict` that restores it. `restored`: the decision as it was
   * made, where undoing brings back one that was withdrawn.
   */
  'people.decide': command(
    ['panel'],
    v.object({
      windowId,
      one: contactKeySchema,
      other: contactKeySchema,
      verdict,
      restored: v.optional(linkSchema),
    }),
    v.object({ before: verdict }),
  ),
  /** The tags of these contacts, by name. */
  'people.tags': command(
    ['panel'],
    v.object({ contacts: v.pipe(v.array(contactKeySchema), v.maxLength(100)) }),
    tagsAnswerSchema,
  ),
  /** Search all connections and the directory for a name, an address, a number, an id or a link. */
  'people.search': command(
    ['panel'],
    v.object({ windowId, query: v.pipe(v.string(), v.maxLength(400)) }),
    done,
  ),
  /**
   * Show this stored contact in the window's panel, as long as no tab in front shows a conversation; or,
   * over the tab, as long as the tab in front shows what it shows now.
   */
  'people.open': command(
    ['panel'],
    v.object({ windowId, contact: contactKeySchema, isOverTab: v.optional(v.boolean()) }),
    done,
  ),
  /** Go back to showing what the tab in front shows. */
  'people.close': command(['panel'], v.object({ windowId }), done),
  /** End the search and forget what it found. */
  'people.search-end': command(['panel'], v.object({ windowId }), done),
  /**
   * Forget everything that is stored about the person of these contacts. Answers how many rows of each
   * table were about them, before and after.
   */
  'people.forget': command(
    ['panel'],
    v.object({
      contacts: v.pipe(v.array(contactKeySchema), v.minLength(1), v.maxLength(MOST_OF_ONE_PERSON)),
    }),
    v.array(v.object({ table: v.string(), before: v.number(), after: v.number() })),
  ),
  /** Import decisions exported elsewhere; of two about a pair the later one is kept. */
  'options.import-links': command(
    ['options'],
    v.object({ links: v.pipe(v.array(linkSchema), v.maxLength(50_000)) }),
    done,
  ),
} as const;
