import * as v from 'valibot';

/** What part of a history we really hold. */
export const coverageStateSchema = v.picklist([
  'complete',
  'partial',
  'captured',
  'not-found',
  'unknown-identity',
  'unauthorised',
  'limited',
  'unreachable',
  'not-connected',
]);
export type CoverageState = v.InferOutput<typeof coverageStateSchema>;

/** Why not the rest, or what failed. lib/coverage/reason-words turns these into sentences. */
export const coverageReasonSchema = v.picklist([
  // a part is stored
  'more-on-platform',
  'plan-limit',
  'page-unreadable',
  'platform-cap',
  'storage-full',
  'restricted-view',
  'shared-identifier',
  'search-bound',
  'search-running',
  'end-unproven',
  'exact-name-only',
  'api-has-no-history',
  'api-has-no-search',
  'no-identifier',
  'several-fit',
  // refused
  'wrong-key',
  'expired-key',
  'missing-right',
  'permission-missing',
  'no-secret',
  'keys-locked',
  // failed
  'rate-limited',
  'timeout',
  'offline',
  'server-error',
  'redirected',
  'not-the-platform',
  'bad-answer',
  'too-large',
  'other-account',
  // on the way through Membrane
  'relay-signed-out',
  'relay-gone',
  'relay-reconnect',
  'relay-unproven',
  'relay-no-way',
  'relay-trouble',
  'relay-limit',
]);
export type CoverageReason = v.InferOutput<typeof coverageReasonSchema>;

/** Why the first message of a conversation that only the page shows is known to be held. */
export const walkProofSchema = v.picklist([
  // the helpdesk marks it as the first
  'start-mark',
  // the list that brought older messages before brought no more
  'nothing-older',
  // the list does not fill its window, so there is nothing to scroll to
  'all-in-sight',
]);
export type WalkProof = v.InferOutput<typeof walkProofSchema>;

/** How far a conversation that only the page shows was read by walking through it. */
export const walkedSchema = v.object({
  /** Why its first message is known to be held; absent where that was not reached. */
  proof: v.optional(walkProofSchema),
  /** Epoch ms: up to then nothing is missing that was in the conversation. */
  asOf: v.number(),
  /** Messages without a gap down from the newest, and epoch ms of the oldest of them. */
  count: v.number(),
  reachesBackTo: v.optional(v.number()),
  /** True where later messages may be missing between these and what the page showed since. */
  hasGap: v.optional(v.boolean()),
});
export type Walked = v.InferOutput<typeof walkedSchema>;

export const coverageSchema = v.object({
  state: coverageStateSchema,
  reason: v.optional(coverageReasonSchema),
  /** Epoch ms: how far back the stored part reaches, or since when this browser has watched. */
  since: v.optional(v.number()),
  /** How many records of the platform's directory were looked through. */
  searched: v.optional(v.number()),
  /** Epoch ms of the next try, where one is planned. */
  retryAt: v.optional(v.number()),
  httpStatus: v.optional(v.number()),
  /** Name of the right that is missing, in the platform's words. */
  right: v.optional(v.string()),
  /** True when older parts can be had by asking for them ("load more"). */
  more: v.optional(v.boolean()),
  /** Where the page was walked through: how much of the conversation that brought. */
  walked: v.optional(walkedSchema),
  /** Epoch ms as of which that is all there is; absent where more may be missing. */
  wholeAsOf: v.optional(v.number()),
  /** Items that did not have a readable form and were left out. */
  dropped: v.number(),
  /** Epoch ms. */
  checkedAt: v.number(),
});
export type Coverage = v.InferOutput<typeof coverageSchema>;

const failingStates: ReadonlySet<CoverageState> = new Set([
  'unauthorised',
  'limited',
  'unreachable',
]);

/** Whether a coverage speaks of a failure rather than of what is stored. */
export function isFailedCoverage(coverage: Coverage | undefined): boolean {
  return coverage !== undefined && failingStates.has(coverage.state);
}
