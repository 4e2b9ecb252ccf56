import * as v from 'valibot';
import { connectionIdSchema, platformNameSchema } from './ids';

const words = v.pipe(v.string(), v.maxLength(400));

/** A helpdesk of the set-up: which one, and the answers to its form that are known. Holds no secret. */
export const setUpHelpdeskSchema = v.object({
  /** Tells helpdesks of one platform apart, by their host and account. */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
  platform: platformNameSchema,
  /** Answers by field name. */
  fields: v.record(v.pipe(v.string(), v.maxLength(40)), words),
  /** Where it is, once the answers tell. */
  host: v.optional(words),
  /** How the organisation, or whoever connected it, calls it. */
  label: v.optional(words),
  /** The connection that leads there, where there is one. */
  connectionId: v.optional(connectionIdSchema),
});
export type SetUpHelpdesk = v.InferOutput<typeof setUpHelpdeskSchema>;

/** A helpdesk that a person may choose, and why it is offered. */
export const helpdeskOfferSchema = v.object({
  ...setUpHelpdeskSchema.entries,
  /** `platform`: nothing is known but that it can be connected. */
  source: v.picklist(['organisation', 'tab', 'connected', 'platform']),
  /** False where the tab may be another product's. */
  isSure: v.boolean(),
});
export type HelpdeskOffer = v.InferOutput<typeof helpdeskOfferSchema>;

/** Whether a helpdesk is known to be there to be connected, and not only possible. */
export function isFoundHelpdesk({ source, isSure }: HelpdeskOffer): boolean {
  return isSure && (source === 'organisation' || source === 'tab');
}
