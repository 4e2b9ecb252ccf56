import type { ContactRef } from '../model/ids';
import type { LinkRow } from '../model/link-decision';
import { effectiveDecisions } from './decisions';

/**
 * The contacts that a person's decisions link with `ref`, directly or through other contacts, and `ref`
 * itself. What joins records by evidence does not count, nor a link that a later separation has overruled.
 */
export function linkedByHand(
  ref: ContactRef,
  decisions: readonly LinkRow[],
): ReadonlySet<ContactRef> {
  const counting = effectiveDecisions(decisions).values();
  const said = [...counting].filter(({ verdict }) => verdict === 'same');
  const near = new Map<ContactRef, ContactRef[]>();
  for (const { a, b } of said) {
    near.set(a, [...(near.get(a) ?? []), b]);
    near.set(b, [...(near.get(b) ?? []), a]);
  }
  const reached = new Set([ref]);
  // Iterating over a set includes what is added meanwhile.
  for (const each of reached) for (const other of near.get(each) ?? []) reached.add(other);
  return reached;
}
