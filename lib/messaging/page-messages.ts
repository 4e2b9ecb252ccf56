import * as v from 'valibot';
import { captureSchema, pageContextSchema } from '../model/page';

/** What a helpdesk page tells. */
export const pageMessages = {
  /** The helpdesk page shows this now. */
  'page.context': v.object({ context: pageContextSchema }),
  /** The helpdesk page shows these messages now (a platform without history API). */
  'page.capture': captureSchema,
  /** Something happened in the conversation on screen: a message may have come or gone. */
  'page.activity': v.object({}),
  /** The helpdesk page is being left. */
  'page.gone': v.object({}),
} as const;

export const pageSenders = {
  'page.context': ['page'],
  'page.capture': ['page'],
  'page.activity': ['page'],
  'page.gone': ['page'],
} as const;
