import * as v from 'valibot';
import { coverageSchema } from './coverage';
import { platformNameSchema } from './ids';

/** Room for a code of 255 characters that need two units of UTF-16 each. */
const line = v.pipe(v.string(), v.maxLength(512));
const body = v.pipe(v.string(), v.maxLength(40_000));

/** Where a canned response comes from: this browser, the team's file, or a connection (its id). */
export const replySourceSchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/));
export const OWN_SOURCE = 'own';
export const TEAM_SOURCE = 'team';
/** What was answered to somebody else: a text to insert that is no response of any source. */
export const PAST_SOURCE = 'past';

/** A canned response, whatever its source. */
export const replySchema = v.object({
  source: replySourceSchema,
  /** Unique within the source; opaque. */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(512)),
  title: line,
  /** Without a leading slash; empty where it has none. */
  shortcut: line,
  /** Markdown with `{{variables}}` in the standard names. */
  body,
  /** True where its texts are no Markdown: they are inserted exactly as typed. */
  asWritten: v.optional(v.boolean()),
  tags: v.array(line),
  /** BCP 47 language of `body`, where known. */
  language: v.optional(line),
  /** The same answer in other languages. */
  variants: v.array(v.object({ language: line, body })),
  /** Platforms it suits; empty: all. */
  platforms: v.array(platformNameSchema),
  /** What it may be put into: a customer-facing text, an internal one, or either. */
  audience: v.optional(v.picklist(['customer', 'internal'])),
  /** Epoch ms. */
  updatedAt: v.optional(v.number()),
  /** Epoch ms; a deleted one of the own library can be restored for a while. */
  deletedAt: v.optional(v.number()),
});
export type Reply = v.InferOutput<typeof replySchema>;

/** What somebody wrote of a response, wherever it stands and whenever it was written. */
export type ReplyContent = Omit<Reply, 'source' | 'id' | 'updatedAt' | 'deletedAt'>;

/** How often and when a response was used in this browser. */
export interface UsageRow {
  source: string;
  id: string;
  count: number;
  /** Epoch ms. */
  lastUsedAt: number;
}

/** What is stored of one source of canned responses. */
export const replySourceRowSchema = v.object({
  source: replySourceSchema,
  coverage: coverageSchema,
  /** Whether responses of this source can be created, changed and deleted from here. */
  writable: v.boolean(),
  /** Epoch ms of the last fetch that succeeded. */
  fetchedAt: v.optional(v.number()),
  /** Of the team's file. */
  etag: v.optional(v.string()),
  /** Where the team's file is. */
  address: v.optional(v.string()),
  /** True when the browser's administrator set that address, so that it cannot be changed here. */
  isManaged: v.optional(v.boolean()),
  /** Entries that could not be read, each with a reason in words. */
  dropped: v.array(v.string()),
  /** Ids of stored ones that the last reading, which was not whole, did not list. */
  unlisted: v.optional(v.array(v.string())),
});
export type ReplySourceRow = v.InferOutput<typeof replySourceRowSchema>;

/** For this long (ms) a deleted response of the own library can be restored. */
export const RESTORE_MS = 30 * 24 * 60 * 60 * 1_000;

/** One string for a response, usable as a key: a source has no slash. */
export function replyRef(reply: { source: string; id: string }): string {
  return `${reply.source}/${reply.id}`;
}
