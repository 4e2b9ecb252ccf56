import * as v from 'valibot';
import { anyList, anyRecord, lenient, line, lines } from '../shared/field-schemas';

/**
 * Shapes of Chaport's answers. Only the payload's place (`result`) and the operator object are
 * officially documented; every other field may be missing, null or of another type, and then reads
 * as absent. Only what has no usable id is unreadable.
 */
const id = v.union([
  v.pipe(v.string(), v.minLength(1), v.maxLength(150)),
  v.pipe(v.number(), v.safeInteger(), v.transform(String)),
]);

/**
 * Visitors carry one name, e-mail and phone; the names of all other fields are not known. Where a
 * service turns one into a number or a list, it is read all the same.
 */
export const visitorSchema = v.looseObject({ id, name: line, email: lines, phone: lines });
export type Visitor = v.InferOutput<typeof visitorSchema>;

/** A chat with its events. The id is an integer that reads as epoch milliseconds. */
export const chatSchema = v.object({
  id,
  events: lenient(v.array(v.unknown())),
  stage: line,
  operators: anyList,
});
export type Chat = v.InferOutput<typeof chatSchema>;

/** One event of a chat. The name of its time field is not known, so all fields are kept. */
export const eventSchema = v.looseObject({
  id: lenient(id),
  type: v.string(),
  params: anyRecord,
});
export type ChatEvent = v.InferOutput<typeof eventSchema>;

export const operatorSchema = v.object({ id, name: line, email: line });
export type Operator = v.InferOutput<typeof operatorSchema>;

/** Ids of operators or teams, either bare or as objects. */
export const operatorReferenceSchema = v.union([
  id,
  v.pipe(
    v.object({ id }),
    v.transform((reference) => reference.id),
  ),
]);
