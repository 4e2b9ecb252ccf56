import * as v from 'valibot';
import { connectionIdSchema, platformNameSchema, remoteIdSchema } from '../model/ids';
import { captureSchema, pageContextSchema } from '../model/page';

/**
 * Every message that travels between the parts of the product, with the kind of sender that may
 * send it. No message carries an address, a path, a header, markup or a secret.
 */
export type SenderKind = 'page' | 'panel' | 'options';

const windowId = v.pipe(v.number(), v.integer());
const fields = v.record(v.pipe(v.string(), v.maxLength(40)), v.pipe(v.string(), v.maxLength(400)));

export const messageSchemas = {
  /** The helpdesk page shows this now. */
  'page.context': v.object({ context: pageContextSchema }),
  /** The helpdesk page shows these messages now (a platform without history API). */
  'page.capture': captureSchema,
  /** Something happened in the conversation on screen: a message may have come or gone. */
  'page.activity': v.object({}),
  /** The helpdesk page is being left. */
  'page.gone': v.object({}),
  /** The panel of a window opened, or came back: make sure what it shows is fresh. */
  'panel.watch': v.object({ windowId }),
  /** Fetch again, fresh or not; one connection or all. */
  'panel.refresh': v.object({ windowId, connectionId: v.optional(connectionIdSchema) }),
  /** Load older parts, where there are any; of one connection or all. */
  'panel.more': v.object({ windowId, connectionId: v.optional(connectionIdSchema) }),
  /** Load everything that can be had, until done or another person is on screen. */
  'panel.all': v.object({ windowId }),
  /** This conversation on screen is that contact (a link made by hand). */
  'panel.link': v.object({ windowId, connectionId: connectionIdSchema, contactId: remoteIdSchema }),
  /** Start, pause or cancel reading all contacts of a platform without search. */
  'panel.directory': v.object({
    connectionId: connectionIdSchema,
    action: v.picklist(['start', 'pause', 'cancel']),
  }),
  /** Open the options page at a platform's form. */
  'panel.connect': v.object({ platform: v.optional(platformNameSchema) }),
  /** What would these answers connect to? */
  'options.describe': v.object({ platform: platformNameSchema, fields }),
  /** Try a draft, with the secret that was left in the drop box under `draftId`. */
  'options.test': v.object({
    draftId: connectionIdSchema,
    platform: platformNameSchema,
    fields,
    /** Test an existing connection with its stored secrets where the form's are left empty. */
    connectionId: v.optional(connectionIdSchema),
  }),
  /** Keep a draft as a connection (or as the new form of `connectionId`). */
  'options.save': v.object({
    draftId: connectionIdSchema,
    platform: platformNameSchema,
    fields,
    connectionId: v.optional(connectionIdSchema),
    label: v.optional(v.pipe(v.string(), v.maxLength(120))),
  }),
  'options.remove': v.object({ connectionId: connectionIdSchema }),
  /** How long histories are kept since they were last viewed, in days. */
  'options.retention': v.object({
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650)),
  }),
  /** Forget all stored histories now. */
  'options.forget': v.object({}),
} as const;

export type MessageType = keyof typeof messageSchemas;
export type Payload<T extends MessageType> = v.InferOutput<(typeof messageSchemas)[T]>;

/** Who may send what; the router refuses everything else. */
export const allowedSenders: Readonly<Record<MessageType, readonly SenderKind[]>> = {
  'page.context': ['page'],
  'page.capture': ['page'],
  'page.activity': ['page'],
  'page.gone': ['page'],
  'panel.watch': ['panel'],
  'panel.refresh': ['panel'],
  'panel.more': ['panel'],
  'panel.all': ['panel'],
  'panel.link': ['panel'],
  'panel.directory': ['panel', 'options'],
  'panel.connect': ['panel'],
  'options.describe': ['options'],
  'options.test': ['options'],
  'options.save': ['options'],
  'options.remove': ['options'],
  'options.retention': ['options'],
  'options.forget': ['options'],
};

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
