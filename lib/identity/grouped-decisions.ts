import type { ContactRef } from '../model/ids';
import type { LinkRow } from '../model/link-decision';

/** One decision of a colleague, however many pairs it was stored as. */
export interface GroupedDecision {
  /** Whom the decision was about (as `contactRef`): the contact that left a person, or joined one. */
  about: ContactRef;
  /** The contacts it was separated from or joined with. */
  others: ContactRef[];
  /** One of the rows; all say the same. */
  link: LinkRow;
}

/**
 * Groups the rows that were written by one decision: separating a contact from a person takes a row for
 * each of the person's contacts, all with the same time. Of a single pair, the one outside `members` is
 * the one it is about. The latest decision comes first.
 */
export function groupDecisions(
  links: readonly LinkRow[],
  members: ReadonlySet<ContactRef>,
): GroupedDecision[] {
  const groups = new Map<string, LinkRow[]>();
  for (const link of links) {
    const key = `${link.at} ${link.verdict}`;
    groups.set(key, [...(groups.get(key) ?? []), link]);
  }
  return [...groups.values()]
    .flatMap((rows) => {
      const common = [rows[0]?.a, rows[0]?.b].find(
        (ref) => rows.length > 1 && rows.every(({ a, b }) => a === ref || b === ref),
      );
      if (common === undefined) return rows.map((link) => singleDecision(link, members));
      const others = rows.map(({ a, b }) => (a === common ? b : a));
      return rows.slice(0, 1).map((link) => ({ about: common, others, link }));
    })
    .sort((one, other) => other.link.at - one.link.at);
}

function singleDecision(link: LinkRow, members: ReadonlySet<ContactRef>): GroupedDecision {
  const [about, other] = members.has(link.a) ? [link.b, link.a] : [link.a, link.b];
  return { about, others: [other], link };
}
