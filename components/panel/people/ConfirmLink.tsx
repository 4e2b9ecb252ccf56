import { useEffect, useRef } from 'react';
import { contactTitle } from '../../../lib/identity/decision-words';
import { mergePerson } from '../../../lib/identity/person';
import type { Contact } from '../../../lib/model/contact';
import { Button } from '../../ui/Button';
import { ContactLine } from './ContactLine';
import { useWhy } from './use-why';

interface ConfirmLinkProps {
  contact: Contact;
  /** The records of the person on screen. */
  contacts: readonly Contact[];
  onBack(): void;
  onConfirm(): void;
}

/** The second look before two records become one person. */
export function ConfirmLink({ contact, contacts, onBack, onConfirm }: ConfirmLinkProps) {
  const why = useWhy(contacts);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
  }, []);
  return (
    <div className="flex flex-col gap-2.5">
      <ContactLine contact={contact} why={why(contact)} />
      <p className="text-12 text-ink-soft">
        <Question title={contactTitle(contact)} contacts={contacts} /> Nothing changes in the
        helpdesks, and you can take it back at any time.
      </p>
      <div className="flex gap-1.5">
        <Button ref={button} look="primary" onClick={onConfirm}>
          {contacts.length === 0 ? 'Yes, this is them' : 'Same person, link them'}
        </Button>
        <Button onClick={onBack}>Back</Button>
      </div>
    </div>
  );
}

function Question({ title, contacts }: { title: string; contacts: readonly Contact[] }) {
  if (contacts.length === 0) {
    return (
      <>
        Is this conversation with {title}? Then everything known of them is shown beside it, in this
        browser.
      </>
    );
  }
  const { name, placeholderName } = mergePerson(contacts);
  return (
    <>
      Link {title} to{' '}
      <bdi className="font-medium text-ink">
        {name ?? placeholderName ?? 'the person on screen'}
      </bdi>
      ? Their histories are shown as one from now on, in this browser.
    </>
  );
}
