import * as v from 'valibot';
import { anyRecord, anything, lenient, line } from '../shared/field-schemas';

/**
 * A client as `GET /api/clients/{id}` gives it. Attested are the id and three objects that hold
 * name and contact details: `info` (the merge), `basicInfo` (what agents edit) and
 * `integrationData` (what the customer's site passed). The spelling of every other field is not
 * known, so it may be missing or of another type without harm.
 */
export const clientSchema = v.looseObject({
  id: lenient(v.pipe(v.string(), v.minLength(1), v.maxLength(512))),
  /** The chat in the agent app's address; its name in this answer is not certain. */
  chatId: line,
  displayedName: line,
  info: anyRecord,
  basicInfo: anyRecord,
  integrationData: anyRecord,
  location: anything,
  language: line,
});
export type Client = v.InferOutput<typeof clientSchema>;
