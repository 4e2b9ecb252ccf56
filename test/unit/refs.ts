import * as v from 'valibot';
import { type ContactRef, contactRefSchema } from '../../lib/model/ids';

/** A `contactRef` as it stands in a stored row or a message. Throws when it is none. */
export function ref(text: string): ContactRef {
  return v.parse(contactRefSchema, text);
}
