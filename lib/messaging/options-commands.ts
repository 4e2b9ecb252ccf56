import * as v from 'valibot';
import { languageTags } from '../language/languages';
import { connectionIdSchema, platformNameSchema, remoteIdSchema } from '../model/ids';
import { domainSchema, regionSchema, roleWordSchema } from '../model/people-settings';
import { command, done } from './define-command';

const fields = v.record(v.pipe(v.string(), v.maxLength(40)), v.pipe(v.string(), v.maxLength(400)));

const describeAnswerSchema = v.variant('kind', [
  v.object({
    kind: v.literal('target'),
    /** Origins to ask the browser's permission for, as match patterns. */
    permissions: v.array(v.string()),
    label: v.string(),
    /** Where the helpdesk's page is. */
    page: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//))),
    /** Where a person finds the key, as far as the answers show. */
    keyPage: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//))),
  }),
  v.object({ kind: v.literal('problems'), problems: v.record(v.string(), v.string()) }),
]);
export type DescribeAnswer = v.InferOutput<typeof describeAnswerSchema>;

const testAnswerSchema = v.variant('kind', [
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

const draftEntries = {
  /** Where the drop box has the secrets. */
  draftId: connectionIdSchema,
  platform: platformNameSchema,
  fields,
  /** The connection in Membrane that carries the calls; without one they go to the platform directly. */
  membrane: v.optional(
    v.object({ connectionId: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
  ),
  /** An existing connection, whose stored secrets are used where the form's are left empty. */
  connectionId: v.optional(connectionIdSchema),
};

/** What the options page asks for. */
export const optionsCommands = {
  /** What would these answers connect to? */
  'options.describe': command(
    ['options'],
    v.object({
      platform: platformNameSchema,
      fields,
      isThroughMembrane: v.optional(v.boolean()),
    }),
    describeAnswerSchema,
  ),
  /** Test a draft. */
  'options.test': command(['options'], v.object(draftEntries), testAnswerSchema),
  /** Save a draft as a connection (or as the new form of `connectionId`). */
  'options.save': command(
    ['options'],
    v.object({ ...draftEntries, label: v.optional(v.pipe(v.string(), v.maxLength(120))) }),
    testAnswerSchema,
  ),
  /** What only the team knows: own domains, words of offices, shared ids, the usual country of numbers. */
  'options.people': command(
    ['options'],
    v.object({
      ownDomains: v.pipe(v.array(domainSchema), v.maxLength(100)),
      roleWords: v.optional(v.pipe(v.array(roleWordSchema), v.maxLength(200))),
      sharedIdConnections: v.optional(v.pipe(v.array(connectionIdSchema), v.maxLength(100))),
      defaultRegion: v.optional(regionSchema),
    }),
    done,
  ),
  'options.remove': command(['options'], v.object({ connectionId: connectionIdSchema }), done),
  /** How long histories are kept since they were last viewed, in days. */
  'options.retention': command(
    ['options'],
    v.object({ days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650)) }),
    done,
  ),
  /** Where new notes go by default, and who signs them where no helpdesk names the author. */
  'options.notes': command(
    ['options'],
    v.object({
      noteScope: v.picklist(['everywhere', 'here', 'browser']),
      agentName: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80))),
    }),
    done,
  ),
  /** Whether answers to other customers are shown beside a conversation. */
  'options.past-answers': command(['options'], v.object({ isOn: v.boolean() }), done),
  /** Whether the keys are sealed by a passphrase, and whether it was given in this session. */
  'options.key-state': command(
    ['options'],
    v.object({}),
    v.object({
      hasPassphrase: v.boolean(),
      isLocked: v.boolean(),
      minutes: v.optional(v.number()),
    }),
  ),
  /**
   * Set, enter or remove the passphrase, or forget the keys that it seals. The passphrase itself is put
   * where a form leaves secrets, under `draftId`.
   */
  'options.passphrase': command(
    ['options'],
    v.object({
      action: v.picklist(['set', 'unlock', 'lock', 'remove', 'forget']),
      draftId: connectionIdSchema,
      /** Minutes after which the keys lock by themselves; absent: with the end of the session. */
      minutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_440))),
    }),
    v.picklist(['ok', 'wrong', 'locked', 'too-short']),
  ),
  /** The language of the interface; absent: as the browser says. */
  'options.language': command(
    ['options'],
    v.object({ language: v.optional(v.picklist(languageTags)) }),
    done,
  ),
  /** Forget all stored histories now. */
  'options.forget': command(['options'], v.object({}), done),
} as const;
