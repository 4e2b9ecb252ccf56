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
  const person = mergePerson(contacts);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const name = person.name ?? person.placeholderName ?? 'the person on screen';
  return (
    <div className="flex flex-col gap-2.5">
      <ContactLine contact={contact} why={why(contact)} />
      <p className="text-12 text-ink-soft">
        Link {contactTitle(contact)} to <bdi className="font-medium text-ink">{name}</bdi>? Their
        histories are shown as one from now on, in this browser. Nothing changes in the helpdesks,
        and you can unlink them at any time.
      </p>
      <div className="flex gap-1.5">
        <Button ref={button} look="primary" onClick={onConfirm}>
          Same person, link them
        </Button>
        <Button onClick={onBack}>Back</Button>
      </div>
    </div>
  );
}
