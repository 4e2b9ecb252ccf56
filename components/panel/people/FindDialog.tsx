import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import X from 'lucide-react/icons/x';
import * as Dialog from 'radix-ui/dialog';
import { useEffect, useRef, useState } from 'react';
import { contactTitle } from '../../../lib/identity/decision-words';
import { mergePerson } from '../../../lib/identity/person';
import type { Contact } from '../../../lib/model/contact';
import { isAddressRef } from '../../../lib/model/screen-address';
import { isHeldEnter } from '../../hooks/is-held-enter';
import { useFocusReturn } from '../../hooks/use-focus-return';
import { Button } from '../../ui/Button';
import { DialogContent } from '../../ui/DialogContent';
import { IconButton } from '../../ui/IconButton';
import { useAnchor, usePanel } from '../PanelContext';
import { ContactLine } from './ContactLine';
import { FindPeople } from './FindPeople';
import { usePeopleStore } from './people-store';
import { useDecide, useSubject } from './use-decide';
import { useWhy } from './use-why';

/**
 * Finds another record of the person by hand, and links it after a confirmation; or finds the person if it is
 * not known who is on screen (the panel’s `anchor` is an `addressRef` then).
 */
export function FindDialog() {
  const anchor = useAnchor();

  const isFinding = usePeopleStore((store) => store.isFinding);
  const find = usePeopleStore((store) => store.find);
  // Another person came on screen: the open dialog was meant for the previous one.
  useEffect(() => () => find(false), [find]);
  return (
    <Dialog.Root open={isFinding} onOpenChange={find}>
      <Dialog.Portal>
        <Dialog.Overlay className="appear fixed inset-0 z-10 bg-[rgb(0_0_0/45%)]" />
        <DialogContent
          aria-describedby={undefined}
          onOpenAutoFocus={focusField}
          className="appear fixed inset-x-2 top-2 z-20 flex max-h-[calc(100vh-16px)] flex-col gap-2 rounded-lg border border-line bg-raised p-3 shadow-pop focus:outline-none"
        >
          <div className="flex items-center justify-between">
            <Dialog.Title className="font-semibold text-13">
              {isAddressRef(anchor) ? t`Who is this?` : t`Find another record`}
            </Dialog.Title>
            <Dialog.Close asChild>
              <IconButton icon={X} label={t`Close`} />
            </Dialog.Close>
          </div>
          <FindSteps />
        </DialogContent>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The cursor belongs in the search field, not on the button that closes the dialog. */
function focusField(event: Event): void {
  const { currentTarget } = event;
  const field = currentTarget instanceof HTMLElement ? currentTarget.querySelector('input') : null;
  if (field === null) return;
  event.preventDefault();
  field.focus();
}

function FindSteps() {
  const { contacts } = usePanel().snapshot;
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState<Contact>();
  const decide = useDecide();
  const subjectOf = useSubject();
  const find = usePeopleStore((store) => store.find);
  return (
    <>
      {picked === undefined ? (
        <FindPeople query={query} onQuery={setQuery} onPick={setPicked} />
      ) : (
        <ConfirmLink
          contact={picked}
          contacts={contacts}
          onBack={() => setPicked(undefined)}
          onConfirm={() => {
            void decide(subjectOf(picked), 'same');
            find(false);
          }}
        />
      )}
    </>
  );
}

interface ConfirmLinkProps {
  contact: Contact;
  /** The records of the person on screen. */
  contacts: readonly Contact[];
  onBack(): void;
  onConfirm(): void;
}

/** The confirmation before two records become one person. */
function ConfirmLink({ contact, contacts, onBack, onConfirm }: ConfirmLinkProps) {
  const why = useWhy(contacts);
  const button = useRef<HTMLButtonElement>(null);
  useFocusReturn(() => document.querySelector('[role="dialog"] input'));
  useEffect(() => {
    button.current?.focus();
  }, []);
  return (
    <div className="flex flex-col gap-2.5">
      <ContactLine contact={contact} why={why(contact)} />
      <p className="text-12 text-ink-soft">
        <Question title={contactTitle(contact)} contacts={contacts} />
      </p>
      <div className="flex gap-1.5">
        <Button
          ref={button}
          variant="primary"
          onKeyDown={(event) => isHeldEnter(event) && event.preventDefault()}
          onClick={onConfirm}
        >
          {contacts.length === 0 ? t`Yes, this is them` : t`Same person, link them`}
        </Button>
        <Button onClick={onBack}>{t`Back`}</Button>
      </div>
    </div>
  );
}

function Question({ title, contacts }: { title: string; contacts: readonly Contact[] }) {
  if (contacts.length === 0) {
    return t`Is this conversation with ${title}? If so, everything known about them is shown beside it, in this browser. Nothing changes in the helpdesks, and you can undo it at any time.`;
  }
  const person = mergePerson(contacts);
  const name = person.name ?? person.placeholderName;
  if (name === undefined) {
    return t`Link ${title} to the person on screen? From now on, their histories are shown as one in this browser. Nothing changes in the helpdesks, and you can undo it at any time.`;
  }
  return (
    <Trans>
      Link {title} to <bdi className="font-medium text-ink">{name}</bdi>? From now on, their
      histories are shown as one in this browser. Nothing changes in the helpdesks, and you can undo
      it at any time.
    </Trans>
  );
}
