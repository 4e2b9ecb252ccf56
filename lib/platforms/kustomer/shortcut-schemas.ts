import * as v from 'valibot';
import { items, lenient, text, time } from './lenient';
import { kustomerId } from './schemas';

const reference = v.object({ id: kustomerId });
const related = lenient(v.object({ data: lenient(reference) }));
const relatedList = lenient(v.object({ data: items }));

/** A shortcut (dossier §8.1). `payload.text` is raw Draft.js content. */
export const shortcutSchema = v.object({
  id: kustomerId,
  attributes: v.object({
    name: text,
    draft: lenient(v.object({ text })),
    payload: lenient(v.object({ text: v.optional(v.unknown()) })),
    deleted: lenient(v.boolean()),
    appDisabled: lenient(v.boolean()),
    updatedAt: time,
  }),
  relationships: lenient(
    v.object({ parent: related, accessUsers: relatedList, accessTeams: relatedList }),
  ),
});
export type KustomerShortcut = v.InferOutput<typeof shortcutSchema>;

export const categorySchema = v.object({
  id: kustomerId,
  attributes: v.object({ name: text, deleted: lenient(v.boolean()) }),
});

export const teamSchema = v.object({
  id: kustomerId,
  attributes: v.object({ members: v.array(v.unknown()) }),
});

export const currentUserSchema = v.object({ id: kustomerId });

/** Ids in a list of references; what is no reference is left out. */
export function idsIn(list: { data: readonly unknown[] } | undefined): string[] {
  return (list?.data ?? []).flatMap((each) => (v.is(reference, each) ? [each.id] : []));
}
