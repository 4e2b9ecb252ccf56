import { useMemo } from 'react';
import { conflictWords, isJustDecided } from '../../../lib/identity/conflict-words';
import { contactTitle } from '../../../lib/identity/decision-words';
import { resolvePerson } from '../../../lib/identity/resolve';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import type { Decision } from '../../../lib/storage/people-queries';
import { useNames } from '../names';
import { useNow } from '../use-now';
import { usePeopleRules } from './use-people-rules';

/** One sentence for each two records that something would join and something else keeps apart. */
export function useConflicts(
  contacts: readonly Contact[],
  decisions: readonly Decision[],
): string[] {
  const { platforms } = useNames();
  const now = useNow(3_600_000);
  const rules = usePeopleRules();
  return useMemo(() => {
    const [anchor] = contacts;
    if (anchor === undefined) return [];
    const decided = decisions.flatMap(({ a, b }) => [a, b]).filter((each) => each !== undefined);
    const known = new Map([...contacts, ...decided].map((each) => [contactRef(each), each]));
    const nameOf = (ref: string) => {
      const contact = known.get(ref);
      if (contact === undefined) return 'a record that is no longer stored';
      const label = platforms.get(contact.platform)?.label ?? contact.platform;
      return `${contactTitle(contact)} in ${label}`;
    };
    const links = decisions.map(({ link }) => link);
    const { conflicts } = resolvePerson(anchor, [...known.values()], links, rules);
    const told = conflicts.filter((conflict) => !isJustDecided(conflict));
    return [...new Set(told.map((conflict) => conflictWords(conflict, { nameOf, now })))];
  }, [contacts, decisions, rules, platforms, now]);
}
