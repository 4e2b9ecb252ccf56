import * as v from 'valibot';
import { coverageSchema } from '../model/coverage';
import { connectionIdSchema, platformNameSchema, remoteIdSchema } from '../model/ids';
import { verdictSchema } from '../model/link';

// Apart from the messages themselves, so that a page that only asks does not carry their schemas.

/** Answer of `options.describe`. */
export const describeAnswerSchema = v.variant('kind', [
  v.object({
    kind: v.literal('target'),
    /** Origins to ask the browser's permission for, as match patterns. */
    permissions: v.array(v.string()),
    label: v.string(),
  }),
  v.object({ kind: v.literal('problems'), problems: v.record(v.string(), v.string()) }),
]);
export type DescribeAnswer = v.InferOutput<typeof describeAnswerSchema>;

/** Answer of `options.test` and `options.save`. */
export const testAnswerSchema = v.variant('kind', [
  v.object({
    kind: v.literal('ok'),
    accountName: v.optional(v.string()),
    agentName: v.optional(v.string()),
    version: v.optional(v.string()),
    accounts: v.optional(v.array(v.object({ id: remoteIdSchema, name: v.string() }))),
    warnings: v.array(v.string()),
    /** Set by `options.save`. */
    connectionId: v.optional(connectionIdSchema),
  }),
  v.object({
    kind: v.literal('failed'),
    /** For a person: what happened, to which platform, what to do next. */
    message: v.string(),
    /** Problems of single fields. */
    problems: v.optional(v.record(v.string(), v.string())),
    /** The raw status, for the person who set the platform up. */
    httpStatus: v.optional(v.number()),
  }),
]);
export type TestAnswer = v.InferOutput<typeof testAnswerSchema>;

/** Answer of commands that write a response. */
export const replyAnswerSchema = v.variant('kind', [
  v.object({ kind: v.literal('ok'), id: v.optional(v.string()) }),
  v.object({
    kind: v.literal('failed'),
    /** For a person: what happened, to which source, what to do next. */
    message: v.string(),
    /** True when the shortcut is taken there. */
    conflict: v.optional(v.boolean()),
  }),
]);
export type ReplyAnswer = v.InferOutput<typeof replyAnswerSchema>;

/** Answer of commands that write a note. */
export const noteAnswerSchema = v.variant('kind', [
  v.object({ kind: v.literal('ok'), noteId: v.string() }),
  /** `message` is for a person: what is wrong and what to do next. */
  v.object({ kind: v.literal('failed'), message: v.string() }),
]);
export type NoteAnswer = v.InferOutput<typeof noteAnswerSchema>;

/** Answer of `people.tags`: one entry for each contact whose platform has tags. */
export const tagsAnswerSchema = v.array(
  v.object({
    platform: platformNameSchema,
    tags: v.array(v.string()),
    /** Why they could not be read. */
    problem: v.optional(coverageSchema),
  }),
);
export type TagsAnswer = v.InferOutput<typeof tagsAnswerSchema>;

/** Answer of `people.decide`: the word that was replaced, as a `verdict` that brings it back. */
export const decideAnswerSchema = v.object({
  before: v.picklist([...verdictSchema.options, 'none']),
});
