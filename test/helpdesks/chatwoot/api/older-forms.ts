/** Keys that 4.0.1 was found not to have, each listed under a key that its object does have. */
const added: readonly { key: string; beside: string }[] = [
  { key: 'onboarding_step', beside: 'active_at' },
  { key: 'blocked', beside: 'identifier' },
  { key: 'provider', beside: 'auto_offline' },
  { key: 'assignee_type', beside: 'assignee' },
  { key: 'updated_at', beside: 'can_reply' },
  { key: 'content_type', beside: 'file_type' },
  { key: 'transcribed_text', beside: 'file_type' },
  { key: 'meta', beside: 'file_type' },
  { key: 'call', beside: 'content_type' },
  { key: 'reactions', beside: 'content_type' },
];

/** An answer as servers wrote it before 4.1: without what later ones added. */
export function olderForm(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(olderForm);
  if (typeof body !== 'object' || body === null) return body;
  const later = added.filter(({ beside }) => beside in body).map(({ key }) => key);
  return Object.fromEntries(
    Object.entries(body)
      .filter(([key]) => !later.includes(key))
      .map(([key, value]) => [key, olderForm(value)]),
  );
}
