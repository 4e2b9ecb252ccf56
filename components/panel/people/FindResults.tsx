import { useEffect, useRef } from 'react';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import { ContactLine } from './ContactLine';

interface FindResultsProps {
  listId: string;
  contacts: readonly Contact[];
  /** Which one Enter would pick; -1 for none. */
  index: number;
  onPick(contact: Contact): void;
}

/** What a search by hand found, to pick from. The focus stays in the search field. */
export function FindResults({ listId, contacts, index, onPick }: FindResultsProps) {
  const chosen = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is the reason
  useEffect(() => {
    // In newer browsers it gives a promise, which React would take for a way to clean up.
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  return (
    <div
      id={listId}
      role="listbox"
      aria-label="Found records"
      className="min-h-0 overflow-y-auto empty:hidden"
    >
      {contacts.map((contact, place) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the search field holds the focus
        // biome-ignore lint/a11y/useKeyWithClickEvents: the search field hears the keys
        <div
          key={contactRef(contact)}
          id={`${listId}-${place}`}
          ref={place === index ? chosen : undefined}
          role="option"
          aria-selected={place === index}
          onClick={() => onPick(contact)}
          className={`cursor-pointer rounded-md px-1.5 py-1 ${place === index ? 'bg-accent-soft' : 'hover:bg-hover'}`}
        >
          <ContactLine contact={contact} why={[]} hasLink={false} />
        </div>
      ))}
    </div>
  );
}
