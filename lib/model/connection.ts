import * as v from 'valibot';
import { coverageReasonSchema } from './coverage';
import { connectionIdSchema, platformNameSchema } from './ids';

const origin = v.pipe(v.string(), v.regex(/^https?:\/\/[^/]+$/));

/** What the last test or call said about a connection. */
export const healthSchema = v.object({
  state: v.picklist(['ok', 'failing', 'unknown']),
  reason: v.optional(coverageReasonSchema),
  checkedAt: v.optional(v.number()),
  /** Epoch ms of the last call that worked, to within some minutes. */
  okAt: v.optional(v.number()),
  /** What failed last, also when calls have worked since. */
  lastFailure: v.optional(
    v.object({
      reason: v.optional(coverageReasonSchema),
      httpStatus: v.optional(v.number()),
      /** Name of the right that was missing, in the platform's words. */
      right: v.optional(v.string()),
      /** Epoch ms. */
      at: v.number(),
    }),
  ),
});

/**
 * How a helpdesk's paths are asked for through Membrane, whose connectors have base addresses of their
 * own: less what the base holds already, as whole addresses, or by the prepared actions.
 */
export const membraneRouteSchema = v.variant('kind', [
  v.object({ kind: v.literal('prefix'), prefix: v.pipe(v.string(), v.regex(/^(\/[\w.-]+)*$/)) }),
  v.object({ kind: v.literal('absolute') }),
  v.object({ kind: v.literal('actions') }),
]);
export type MembraneRoute = v.InferOutput<typeof membraneRouteSchema>;

/** An account's connection in Membrane. */
export const membraneLinkSchema = v.object({
  /** The connection's id there. */
  connectionId: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** Origin of the Membrane where it is. */
  base: origin,
  /** Whose connections it is among. */
  tenantId: v.string(),
  route: membraneRouteSchema,
  /** Whether it is the account that it was set up for: the platform told, a person did, or neither. */
  proof: v.picklist(['told', 'confirmed', 'none']),
});
export type MembraneLink = v.InferOutput<typeof membraneLinkSchema>;

/** A configured account on a platform. Holds no secret. */
export const connectionSchema = v.object({
  id: connectionIdSchema,
  platform: platformNameSchema,
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  /** Where API calls go; nothing of this connection is ever sent elsewhere. */
  apiOrigin: origin,
  /** Where the helpdesk's page lives; often the same. */
  pageOrigin: origin,
  /** The account within the origin, where a platform has several (Chatwoot's account number). */
  account: v.optional(v.string()),
  accountName: v.optional(v.string()),
  agentName: v.optional(v.string()),
  /** Of the key's owner, where that is a human. */
  agentEmail: v.optional(v.string()),
  version: v.optional(v.string()),
  /** True when the key shows only a part of the account. */
  restricted: v.optional(v.boolean()),
  transport: v.picklist(['direct', 'membrane']),
  /** Present where the transport is `membrane`. */
  membrane: v.optional(membraneLinkSchema),
  health: healthSchema,
  /** What the adapter learned about this account and need not ask again, e.g. a capability probe. */
  facts: v.record(v.string(), v.string()),
  /** The form's answers without the secret ones, to edit them again. */
  fields: v.record(v.string(), v.string()),
  /** Epoch milliseconds. */
  createdAt: v.number(),
});
export type Connection = v.InferOutput<typeof connectionSchema>;
