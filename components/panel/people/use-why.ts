import { useMemo } from 'react';
import { whyWords } from '../../../lib/identity/why-joined-words';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import { useNow } from '../../hooks/use-now';
import { usePlatformIndex } from '../platform-index';
import { useDecisions } from './use-decisions';
import { usePeopleRules } from './use-people-rules';

/** Returns why a contact is, or may be, the same human as the other contacts of a person. */
export function useWhy(contacts: readonly Contact[]): (contact: Contact) => string[] {
  const { platforms } = usePlatformIndex();
  const now = useNow(3_600_000);
  const rules = usePeopleRules();
  const decisions = useDecisions(contacts);
  return useMemo(() => {
    const links = decisions.map(({ link }) => link);
    return (contact) =>
      whyWords(contact, {
        others: contacts.filter((other) => contactRef(other) !== contactRef(contact)),
        links,
        rules,
        labelOf: (platform) => platforms.get(platform)?.label ?? platform,
        now,
      });
  }, [contacts, decisions, rules, platforms, now]);
}
