import * as v from 'valibot';
import { contactKeySchema } from '../model/ids';
import { linkSchema, verdictSchema } from '../model/link';

const windowId = v.pipe(v.number(), v.integer());

/** Who is the same human: decisions, and the search by hand. */
export const peopleMessages = {
  /**
   * A person's word about two contacts: `other` joins the person of `one`, or leaves it; `none` takes
   * an earlier word back. Where nobody can tell who is on screen, an `addressRef` stands for the contact.
   * Answers `decideAnswerSchema`: what to say to undo it.
   */
  'people.decide': v.object({
    windowId,
    one: contactKeySchema,
    other: contactKeySchema,
    verdict: v.picklist([...verdictSchema.options, 'none']),
  }),
  /** The tags of these contacts, by name. Answers `tagsAnswerSchema`. */
  'people.tags': v.object({ contacts: v.pipe(v.array(contactKeySchema), v.maxLength(100)) }),
  /** Look on all connections and in the directory for a name, an address, a number, an id or a link. */
  'people.search': v.object({ windowId, query: v.pipe(v.string(), v.maxLength(400)) }),
  /** End the search and forget what it found. */
  'people.search-end': v.object({ windowId }),
  /** Take in decisions exported elsewhere; of two about a pair the later one stays. */
  'options.import-links': v.object({ links: v.pipe(v.array(linkSchema), v.maxLength(50_000)) }),
} as const;

export const peopleSenders = {
  'people.decide': ['panel'],
  'people.tags': ['panel'],
  'people.search': ['panel'],
  'people.search-end': ['panel'],
  'options.import-links': ['options'],
} as const;
