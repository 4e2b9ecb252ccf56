import * as v from 'valibot';
import type { PlatformDescriptor } from './descriptor';
import { platformNameSchema } from './ids';

const answer = v.pipe(v.string(), v.maxLength(400));

/** A helpdesk of the team: what its form asks for, without any key. */
export const teamHelpdeskSchema = v.object({
  platform: platformNameSchema,
  label: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))),
  /** Answers by field name. */
  fields: v.record(v.pipe(v.string(), v.maxLength(40)), answer),
});
export type TeamHelpdesk = v.InferOutput<typeof teamHelpdeskSchema>;

/** In a policy the answers are beside the platform: its schema cannot have free names. */
export const policyHelpdeskSchema = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(40)), answer),
  v.transform(
    ({ platform = '', label, ...fields }): v.InferInput<typeof teamHelpdeskSchema> => ({
      ...{ platform, label, fields },
    }),
  ),
  teamHelpdeskSchema,
);

/** Only the answers that the form asks for and that are no secrets, and whether there were others. */
export function withoutSecrets(
  platform: Pick<PlatformDescriptor, 'form'> | undefined,
  answers: Readonly<Record<string, string>>,
): { fields: Record<string, string>; hadOthers: boolean } {
  const plain = platform?.form.filter(({ kind }) => kind !== 'secret') ?? [];
  const given = Object.entries(answers).filter(([, text]) => text !== '');
  const asked = given.filter(([field]) => plain.some(({ name }) => name === field));
  return { fields: Object.fromEntries(asked), hadOthers: asked.length < given.length };
}
