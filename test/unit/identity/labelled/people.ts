import type { IdentityRules } from '../../../../lib/identity/distinctive-identifiers';
import { type Case, cases } from './cases';
import { manyCases } from './many-cases';
import { type Labelled, record, type Written } from './record';

/** What the team of this set said of itself: its domain, and that one system feeds two helpdesks. */
export const teamRules: IdentityRules = {
  ownDomains: ['ourshop.example.net'],
  sharedIdConnections: ['chatwoot', 'kustomer'],
};

const firstNames = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eli', 'Fay'];
const lastNames = ['Arndt', 'Braun', 'Cohen', 'Dietz', 'Evers'];
const platforms = ['chatwoot', 'kustomer', 'chaport', 'chatra'] as const;

/**
 * Humans with frequent names, on all four platforms. Each pair of neighbouring records has an
 * identifier in common, a different one each time; the spelling changes from platform to platform.
 */
function generated(count: number): Case {
  const humans = Array.from({ length: count }, (_none, index): Written[][] => {
    const first = firstNames[index % firstNames.length] ?? '';
    const last = lastNames[index % lastNames.length] ?? '';
    const number = String(200_000 + index * 37);
    const email = `${first}.${last}${index}@mail.example.net`;
    const [a, b, c, d] = platforms.map((platform) => ({ platform }));
    if (a === undefined || b === undefined || c === undefined || d === undefined) return [];
    return [
      [
        { ...a, name: `${first} ${last}`, email, externalId: `customer-${8_000 + index}` },
        { ...b, name: last, externalId: `customer-${8_000 + index}`, phone: `+4917112${number}` },
        { ...c, name: first, phone: `0171-12 ${number}`, email: email.toUpperCase() },
        ...(index % 2 === 0 ? [{ ...d, name: `${first} ${last}`, email: ` ${email} ` }] : []),
      ],
      // The same human, who gave only a name.
      ...(index % 2 === 1 ? [[{ ...d, name: `${first} ${last}` }]] : []),
    ];
  });
  return { why: 'frequent names', humans };
}

/** All records of the set, with their true owners. */
export function labelledPeople(): Labelled[] {
  return [...cases, ...manyCases, generated(36)].flatMap(({ why, humans }) =>
    humans.flatMap((groups, human) =>
      groups.flatMap((records, group) =>
        records.map((written, index) => ({
          contact: record(written, [why, human, group, index].join('/')),
          human: `${why}/${human}`,
          group: `${why}/${human}/${group}`,
        })),
      ),
    ),
  );
}
