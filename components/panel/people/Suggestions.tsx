import { plural, t } from '@lingui/core/macro';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronRight from 'lucide-react/icons/chevron-right';
import UserRoundSearch from 'lucide-react/icons/user-round-search';
import { useId, useState } from 'react';
import { contactTitle } from '../../../lib/identity/decision-words';
import { contactRef } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import { readSuggestions } from '../../../lib/storage/people-queries';
import { useLiveRead } from '../../hooks/use-live-read';
import { Button } from '../../ui/Button';
import { useAnchor, usePanel } from '../PanelContext';
import { ContactLine } from './ContactLine';
import { useDecide, useSubject } from './use-decide';
import { useWhy } from './use-why';

/** Records that may be the same person: one unobtrusive line that opens to confirm or reject them. */
export function Suggestions() {
  const anchor = useAnchor();
  const { snapshot } = usePanel();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const stored = useLiveRead(
    {
      tables: [database.suggestions, database.contacts],
      read: () => readSuggestions(database, anchor),
    },
    [anchor],
  );
  const why = useWhy(snapshot.contacts);
  const decide = useDecide();
  const subjectOf = useSubject();
  const joined = new Set(snapshot.contacts.map(contactRef));
  const contacts = (stored ?? []).filter((contact) => !joined.has(contactRef(contact)));
  if (contacts.length === 0) return null;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <section aria-label={t`Possibly the same person`}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="-mx-1 flex w-full items-center gap-1.5 rounded-sm px-1 py-0.5 text-12 text-ink-soft hover:bg-hover hover:text-ink"
      >
        <UserRoundSearch size={12} aria-hidden className="shrink-0 text-ink-faint" />
        {plural(contacts.length, {
          one: 'Possibly the same person: # record',
          other: 'Possibly the same person: # records',
        })}
        <Chevron size={12} aria-hidden className="shrink-0" />
      </button>
      {isOpen && (
        <ul
          id={id}
          className="mt-1 flex max-h-[38vh] flex-col gap-2.5 overflow-y-auto rounded-md border border-line bg-sunken p-2"
        >
          {contacts.map((contact) => {
            const title = contactTitle(contact);
            return (
              <li key={contactRef(contact)}>
                <ContactLine contact={contact} why={why(contact)}>
                  <Button
                    aria-label={t`Same person: ${title}`}
                    onClick={() => decide(subjectOf(contact), 'same')}
                  >{t`Same person`}</Button>
                  <Button
                    aria-label={t`Not the same: ${title}`}
                    onClick={() => decide(subjectOf(contact), 'different')}
                  >{t`Not the same`}</Button>
                </ContactLine>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
