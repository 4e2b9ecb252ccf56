import * as v from 'valibot';
import { helpdeskOfferSchema } from '../model/helpdesk-offer';
import { command, done } from './define-command';

const offersSchema = v.object({
  /** The likeliest first. */
  offers: v.array(helpdeskOfferSchema),
  /** Open tabs whose address the browser does not reveal. */
  hiddenTabs: v.number(),
  /** What the organisation allows. */
  ways: v.object({ direct: v.boolean(), membrane: v.boolean() }),
});
export type HelpdeskOffers = v.InferOutput<typeof offersSchema>;

/** What the first set-up asks for. */
export const setUpCommands = {
  /** Which helpdesks are there to be connected, by the organisation's list and the open tabs? */
  'set-up.offers': command(['panel', 'options'], v.object({}), offersSchema),
  /** Open the set-up in a tab, or bring its tab to the front. */
  'set-up.open': command(['panel'], v.object({}), done),
} as const;
