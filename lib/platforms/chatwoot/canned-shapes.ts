import * as v from 'valibot';
import { replySchema } from '../../model/reply';
import { readTime } from './times';

const shortCode = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255));

/** A canned response as Chatwoot tells it (dossier §6.3): the plain record, its times in ISO 8601. */
export const cannedResponseShape = v.object({
  id: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.transform(String)),
  short_code: shortCode,
  content: v.pipe(replySchema.entries.body, v.minLength(1)),
  updated_at: v.pipe(v.optional(v.unknown()), v.transform(readTime)),
});
