import { useLiveQuery } from 'dexie-react-hooks';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronRight from 'lucide-react/icons/chevron-right';
import Undo2 from 'lucide-react/icons/undo-2';
import UserRoundSearch from 'lucide-react/icons/user-round-search';
import X from 'lucide-react/icons/x';
import { useEffect, useId, useState } from 'react';
import { contactTitle } from '../../../lib/identity/decision-words';
import { identifiersOf } from '../../../lib/identity/identifiers';
import { contactRef } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import type { PanelSnapshot } from '../../../lib/storage/panel-snapshot';
import { readSuggestions } from '../../../lib/storage/people-queries';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { usePanelCommand } from '../use-panel-command';
import { Collisions } from './Collisions';
import { ContactLine } from './ContactLine';
import { FindDialog } from './FindDialog';
import { usePeopleStore } from './people-store';
import { useDecide, useSubject } from './use-decide';
import { useWhy } from './use-why';

interface AlertListProps {
  frame: PanelSnapshot;
  anchor: string;
  windowId: number;
}

/** The lines between the person and the tabs; nothing at all on most days. */
export function AlertList({ frame, anchor, windowId }: AlertListProps) {
  return (
    <div className="px-3 *:mt-1.5">
      <Collisions frame={frame} anchor={anchor} />
      <UndoLine anchor={anchor} windowId={windowId} />
      <AskWho frame={frame} />
      <Suggestions frame={frame} anchor={anchor} windowId={windowId} />
      <FindDialog frame={frame} anchor={anchor} windowId={windowId} />
    </div>
  );
}

/** Offers to say whose conversation this is, where nothing in it can tell and nobody has said it. */
function AskWho({ frame: { contacts, screen } }: { frame: PanelSnapshot }) {
  const find = usePeopleStore((store) => store.find);
  const [only] = contacts;
  if (only === undefined || contacts.length > 1 || identifiersOf(only).length > 0) return null;
  if (only.connectionId !== screen?.connectionId) return null;
  return (
    <button
      type="button"
      onClick={() => find(true)}
      className="-mx-1 flex items-center gap-1.5 rounded-sm px-1 py-0.5 text-12 text-ink-soft hover:bg-hover hover:text-ink"
    >
      <UserRoundSearch size={12} aria-hidden className="shrink-0 text-ink-faint" />
      Nothing here says who this is. This conversation is…
    </button>
  );
}

interface SuggestionsProps {
  frame: PanelSnapshot;
  anchor: string;
  windowId: number;
}

/** Records that may be the same person: one quiet line, to be opened, confirmed or rejected. */
function Suggestions({ frame, anchor, windowId }: SuggestionsProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const stored = useLiveQuery(() => readSuggestions(database, anchor), [anchor]);
  const why = useWhy(frame.contacts);
  const decide = useDecide(windowId, anchor);
  const subjectOf = useSubject();
  const joined = new Set(frame.contacts.map(contactRef));
  const contacts = (stored ?? []).filter((contact) => !joined.has(contactRef(contact)));
  if (contacts.length === 0) return null;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <section aria-label="Maybe the same person">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="-mx-1 flex w-full items-center gap-1.5 rounded-sm px-1 py-0.5 text-12 text-ink-soft hover:bg-hover hover:text-ink"
      >
        <UserRoundSearch size={12} aria-hidden className="shrink-0 text-ink-faint" />
        {contacts.length === 1
          ? 'Maybe the same person: 1 record'
          : `Maybe the same person: ${contacts.length} records`}
        <Chevron size={12} aria-hidden className="shrink-0" />
      </button>
      {isOpen && (
        <ul
          id={id}
          className="mt-1 flex max-h-[38vh] flex-col gap-2.5 overflow-y-auto rounded-md border border-line bg-sunken p-2"
        >
          {contacts.map((contact) => (
            <li key={contactRef(contact)}>
              <ContactLine contact={contact} why={why(contact)}>
                <Button
                  aria-label={`Link ${contactTitle(contact)}`}
                  onClick={() => decide(subjectOf(contact), 'same')}
                >
                  Same person
                </Button>
                <Button
                  aria-label={`Never suggest ${contactTitle(contact)} again`}
                  onClick={() => decide(subjectOf(contact), 'different')}
                >
                  Not the same
                </Button>
              </ContactLine>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** So long (ms) a decision is offered to be taken back here; later it can be in "Who is this". */
const offeredFor = 60_000;

/** The last decision about this person, with a button that takes it back. */
export function UndoLine({ anchor, windowId }: { anchor: string; windowId: number }) {
  const undo = usePeopleStore((store) => store.undo);
  const offerUndo = usePeopleStore((store) => store.offerUndo);
  const send = usePanelCommand();
  useEffect(() => {
    if (undo === undefined) return;
    const timer = setTimeout(() => offerUndo(undefined), offeredFor);
    return () => clearTimeout(timer);
  }, [undo, offerUndo]);

  const takeBack = () => {
    if (undo === undefined) return;
    const { one, other, before } = undo;
    send('people.decide', { windowId, one, other, verdict: before });
    offerUndo(undefined);
  };
  return (
    <div role="status" className="empty:hidden">
      {undo?.anchor === anchor && (
        <div className="flex items-center gap-1 rounded-md border border-line bg-sunken py-0.5 pr-0.5 pl-2 text-12">
          <span className="min-w-0 flex-1 truncate" title={undo.text}>
            <bdi>{undo.text}</bdi>
          </span>
          <button
            type="button"
            onClick={takeBack}
            className="inline-flex h-6 shrink-0 items-center gap-1 rounded-md px-1.5 font-medium text-accent hover:bg-hover"
          >
            <Undo2 size={12} aria-hidden /> Undo
          </button>
          <IconButton
            icon={X}
            label="Close"
            className="size-6!"
            onClick={() => offerUndo(undefined)}
          />
        </div>
      )}
    </div>
  );
}
