import * as v from 'valibot';
import { connectionIdSchema, platformNameSchema } from '../model/ids';
import { domainSchema, regionSchema } from '../model/people-settings';

const fields = v.record(v.pipe(v.string(), v.maxLength(40)), v.pipe(v.string(), v.maxLength(400)));

/** What the options page asks for. */
export const optionsMessages = {
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
  /** The own company's mail domains, and the country of numbers without country code. */
  'options.people': v.object({
    ownDomains: v.pipe(v.array(domainSchema), v.maxLength(100)),
    defaultRegion: v.optional(regionSchema),
  }),
  'options.remove': v.object({ connectionId: connectionIdSchema }),
  /** How long histories are kept since they were last viewed, in days. */
  'options.retention': v.object({
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650)),
  }),
  /** Where new notes go by default, and who signs them where no helpdesk tells. */
  'options.notes': v.object({
    noteScope: v.picklist(['everywhere', 'here', 'browser']),
    agentName: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80))),
  }),
  /** Forget all stored histories now. */
  'options.forget': v.object({}),
} as const;

export const optionsSenders = {
  'options.describe': ['options'],
  'options.test': ['options'],
  'options.save': ['options'],
  'options.people': ['options'],
  'options.remove': ['options'],
  'options.retention': ['options'],
  'options.notes': ['options'],
  'options.forget': ['options'],
} as const;
