import type { ContactRef } from '../model/ids';
import type { LinkRow, Verdict } from '../model/link';

const caution: Record<Verdict, number> = { same: 0, unlinked: 1, different: 2 };

/** Key of a pair of contacts (each as `contactRef`), whichever is named first. */
export function pairKey(one: ContactRef, other: ContactRef): string {
  return JSON.stringify(one < other ? [one, other] : [other, one]);
}

/**
 * Which of two decisions about one pair holds: the later one, and of two at the same moment the
 * more cautious one, so that the order in which they arrive never matters.
 */
export function prevailingDecision(one: LinkRow, other: LinkRow): LinkRow {
  if (one.at !== other.at) return one.at > other.at ? one : other;
  return caution[one.verdict] >= caution[other.verdict] ? one : other;
}

/** The decision that holds for each pair, by `pairKey`. */
export function decisionsByPair(decisions: readonly LinkRow[]): Map<string, LinkRow> {
  const byPair = new Map<string, LinkRow>();
  for (const decision of decisions) {
    const key = pairKey(decision.a, decision.b);
    const known = byPair.get(key);
    byPair.set(key, known === undefined ? decision : prevailingDecision(known, decision));
  }
  return byPair;
}

/** Latest first; the same order for the same decisions, however they arrive. */
export function latestDecisionFirst(one: LinkRow, other: LinkRow): number {
  if (one.at !== other.at) return other.at - one.at;
  return pairKey(one.a, one.b) < pairKey(other.a, other.b) ? -1 : 1;
}
