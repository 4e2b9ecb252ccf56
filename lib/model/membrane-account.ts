import * as v from 'valibot';

/** Membrane's service; another base is a choice of the person. */
export const MEMBRANE_BASE = 'https://api.getmembrane.com';

/** Under this name the worker keeps what opens it, bound to its base as a key is to its helpdesk's host. */
export const MEMBRANE_SECRETS = 'membrane';

/** Who is signed in to Membrane; holds no token. */
export const membraneAccountSchema = v.object({
  /** Origin of the service. */
  base: v.pipe(v.string(), v.regex(/^https?:\/\/[^/]+$/)),
  tenantId: v.string(),
  /** Of the tenant. */
  name: v.optional(v.string()),
  workspace: v.optional(v.string()),
  /** Whom a long-lived token stands for. */
  subject: v.optional(v.string()),
  /** Epoch ms; absent where the token does not expire. */
  expiresAt: v.optional(v.number()),
  /** True for a person's own token, which opens that person's whole account. */
  isPersonal: v.boolean(),
  /** True where the sign-in renews itself until it is ended. */
  isRenewed: v.optional(v.boolean()),
  /** True once Membrane refused the token. */
  isSignedOut: v.boolean(),
});
export type MembraneAccountState = v.InferOutput<typeof membraneAccountSchema>;
