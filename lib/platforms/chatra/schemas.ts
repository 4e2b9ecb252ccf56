import * as v from 'valibot';

/**
 * A client as `GET /api/clients/{id}` gives it. Attested are the id and three objects that hold
 * name and contact details: `info` (the merge), `basicInfo` (what agents edit) and
 * `integrationData` (what the customer's site passed). The spelling of every other field is not
 * known, so it may be missing or of another type without harm.
 */
const details = v.fallback(v.record(v.string(), v.unknown()), {});

const text = v.fallback(
  v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.transform((value) => (value === '' ? undefined : value.slice(0, 2_000))),
    ),
  ),
  undefined,
);

export const clientSchema = v.object({
  id: v.fallback(v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(512))), undefined),
  /** The chat in the agent app's address; its name in this answer is not certain. */
  chatId: text,
  displayedName: text,
  info: details,
  basicInfo: details,
  integrationData: details,
  location: v.optional(v.unknown()),
  language: text,
});
export type Client = v.InferOutput<typeof clientSchema>;
