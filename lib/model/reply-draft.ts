import * as v from 'valibot';
import { replySchema, replySourceSchema } from './reply';

const text = v.pipe(v.string(), v.maxLength(40_000));

/** A canned response as a form holds it. */
export const replyFormDraftSchema = v.object({
  source: replySourceSchema,
  /** Absent while it is new. */
  id: v.optional(v.pipe(v.string(), v.maxLength(512))),
  title: text,
  shortcut: text,
  body: text,
  /** Separated by commas. */
  tags: text,
  language: text,
  variants: replySchema.entries.variants,
  platforms: replySchema.entries.platforms,
  audience: v.picklist(['', 'customer', 'internal']),
  asWritten: v.optional(v.boolean()),
  /** What was made of this text and the one that was met in the source, while neither is chosen. */
  combined: v.optional(text),
  /** The response as it was when the form was opened; absent while it is new. */
  base: v.optional(replySchema),
});
export type ReplyFormDraft = v.InferOutput<typeof replyFormDraftSchema>;

/** The form that is not saved yet: there is one at a time. */
export interface ReplyDraftRow {
  /** Of the response it changes, or makes. */
  source: string;
  draft: ReplyFormDraft;
  /** Epoch ms. */
  updatedAt: number;
}

/** A response that is being changed or filled in before it goes into the composer. */
export const fillDraftSchema = v.object({
  /** What the tab showed: a text for one conversation is not offered in another. */
  subject: v.pipe(v.string(), v.maxLength(4_000)),
  /** `replyRef` of the response. */
  reply: v.pipe(v.string(), v.maxLength(600)),
  /** Of the account whose conversation it is for; empty where it is not connected. */
  connectionId: v.pipe(v.string(), v.maxLength(64)),
  body: text,
  /** Answers to its questions, by name. */
  answers: v.pipe(v.array(v.tuple([text, text])), v.maxLength(1_000)),
});
export type FillDraft = v.InferOutput<typeof fillDraftSchema>;

/** The same as it is stored: kept per conversation and response. */
export interface FillDraftRow extends FillDraft {
  /** Epoch ms. */
  updatedAt: number;
}
