import type { ContactRef } from '../model/ids';
import type { LinkRow, Verdict } from '../model/link-decision';

const caution: Record<Verdict, number> = { same: 0, unlinked: 1, different: 2 };

/** Two contacts (each as `contactRef`) in the order in which a decision about them is stored. */
export function pairOf(one: ContactRef, other: ContactRef): [ContactRef, ContactRef] {
  return one < other ? [one, other] : [other, one];
}

/** Key of a pair of contacts (each as `contactRef`), whichever is named first. */
export function pairKey(one: ContactRef, other: ContactRef): string {
  return JSON.stringify(pairOf(one, other));
}

/**
 * Which of two decisions about one pair counts: the later one, or of two at the same moment the more
 * cautious one, so that the order in which they arrive never matters.
 */
export function prevailingDecision(one: LinkRow, other: LinkRow): LinkRow {
  if (one.at !== other.at) return one.at > other.at ? one : other;
  return caution[one.verdict] >= caution[other.verdict] ? one : other;
}

/** The decision that counts for each pair, by `pairKey`. */
export function decisionsByPair(decisions: readonly LinkRow[]): Map<string, LinkRow> {
  const byPair = new Map<string, LinkRow>();
  for (const decision of decisions) {
    const key = pairKey(decision.a, decision.b);
    const known = byPair.get(key);
    byPair.set(key, known === undefined ? decision : prevailingDecision(known, decision));
  }
  return byPair;
}

/**
 * What counts for each pair, by `pairKey`: the decision about exactly these two, or what a later decision
 * about others implies: a contact separated from one member of a person is separated from all who were
 * members then.
 */
export function effectiveDecisions(decisions: readonly LinkRow[]): Map<string, LinkRow> {
  const spoken = decisionsByPair(decisions);
  const byPair = new Map(spoken);
  for (const row of spoken.values()) {
    for (const implied of impliedBy(row)) {
      const key = pairKey(implied.a, implied.b);
      const known = byPair.get(key);
      // A word about exactly these two counts also where the other one is of the same moment.
      if (known !== undefined && known === spoken.get(key) && known.at >= implied.at) continue;
      byPair.set(key, known === undefined ? implied : prevailingDecision(known, implied));
    }
  }
  return byPair;
}

/** What a decision that separated a contact from a person implies for that person's other contacts. */
export function impliedBy(row: LinkRow): LinkRow[] {
  const { person = [], ...word } = row;
  if (row.verdict === 'same' || person.length === 0) return [];
  const about = person.includes(row.a) ? row.b : row.a;
  return person
    .filter((ref) => ref !== row.a && ref !== row.b)
    .map((ref) => (ref < about ? { ...word, a: ref, b: about } : { ...word, a: about, b: ref }));
}

/** Latest first; the same order for the same decisions, however they arrive. */
export function latestDecisionFirst(one: LinkRow, other: LinkRow): number {
  if (one.at !== other.at) return other.at - one.at;
  return pairKey(one.a, one.b) < pairKey(other.a, other.b) ? -1 : 1;
}
