import { plural, t } from '@lingui/core/macro';
import Pin from 'lucide-react/icons/pin';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { type ReactNode, useState } from 'react';
import { refLines } from '../../../lib/model/ids';
import type { NoteRow } from '../../../lib/model/note';
import { notePreview, orderedNotes } from '../../../lib/notes/note-list';
import { isStuck } from '../../../lib/notes/replicas';
import { writerWords } from '../../../lib/notes/unnamed-editor';
import { database } from '../../../lib/storage/database';
import { readNoteAlerts } from '../../../lib/storage/note-queries';
import { formatExactTime } from '../../../lib/text/format-time';
import { useLiveRead } from '../../hooks/use-live-read';
import { usePanel } from '../PanelContext';
import { usePanelView } from '../view-store';
import { NoteAge } from './NoteAge';
import { useNotesView } from './notes-store';
import { UrgencyLabel, urgencyStyles } from './UrgencyLabel';

/** The pinned notes of the person, whichever part of the panel is chosen. */
export function PinnedNotes() {
  const { contacts } = usePanel().snapshot;
  const refs = refLines(contacts);
  const alarms = useLiveRead(
    { tables: [database.notes, database.replicas], read: () => readNoteAlerts(database, contacts) },
    [refs],
  );
  // Until the notes of this person have been read, no one else's notes may appear under this name.
  if (alarms?.refs !== refs) return null;
  const { pinned, disputed } = alarms;
  const stuck = alarms.troubled.filter((row) => isStuck(row) && row.reason !== 'conflict').length;
  if (pinned.length + stuck === 0 && disputed === '') return null;
  return <PinnedCards notes={pinned} stuck={stuck} disputed={disputed} />;
}

/** This many are shown at first: what is below must remain reachable. */
const shownAtFirst = 2;

interface PinnedCardsProps {
  notes: readonly NoteRow[];
  /** How many copies could not be delivered. */
  stuck: number;
  /** The id of a note that has two texts; empty for none. */
  disputed: string;
}

/** Pinned notes as compact cards; each leads to the whole note. */
function PinnedCards({ notes, stuck, disputed }: PinnedCardsProps) {
  const [isWhole, setWhole] = useState(false);
  const tab = usePanelView((view) => view.tab);
  // The notes tab already shows the same notes at the top.
  if (tab === 'notes') return null;
  const ordered = orderedNotes(notes);
  const shown = isWhole ? ordered : ordered.slice(0, shownAtFirst);
  const rest = ordered.length - shown.length;
  return (
    <section aria-label={t`Pinned notes`} className="mt-2 max-h-[38vh] overflow-y-auto px-3">
      <ul className="flex flex-col gap-1">
        {shown.map((note) => (
          <li key={note.id}>
            <PinnedCard note={note} />
          </li>
        ))}
      </ul>
      {(rest > 0 || isWhole) && (
        <button
          type="button"
          className="mt-0.5 rounded-sm font-medium text-11 text-accent hover:underline"
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t`Show fewer` : plural(rest, { one: '# more pinned', other: '# more pinned' })}
        </button>
      )}
      {disputed !== '' && (
        <Alarm onClick={() => goToNote(disputed)}>{t`A note has two versions: choose one`}</Alarm>
      )}
      {stuck > 0 && (
        <Alarm onClick={() => goToNote('')}>
          {stuck === 1
            ? t`A note has not arrived everywhere`
            : t`Notes have not arrived everywhere`}
        </Alarm>
      )}
    </section>
  );
}

function Alarm({ onClick, children }: { onClick(): void; children: ReactNode }) {
  return (
    <button
      type="button"
      className="mt-1 flex items-center gap-1 rounded-sm text-12 text-bad hover:underline"
      onClick={onClick}
    >
      <TriangleAlert size={12} aria-hidden className="shrink-0" />
      {children}
    </button>
  );
}

function PinnedCard({ note }: { note: NoteRow }) {
  const writer = writerWords(note);
  return (
    <button
      type="button"
      title={t`Open in Notes`}
      onClick={() => goToNote(note.id)}
      className={`block w-full rounded-md border border-l-[3px] px-2 py-1 text-left hover:brightness-97 ${urgencyStyles[note.urgency].card}`}
    >
      <span dir="auto" className="remote-text line-clamp-2 text-13">
        {notePreview(note.text)}
      </span>
      <span className="flex min-w-0 items-center gap-1 text-11 text-note-ink">
        <Pin size={10} aria-hidden className="shrink-0" />
        <UrgencyLabel urgency={note.urgency} />
        {writer !== undefined && <bdi className="truncate">{writer}</bdi>}
        <span title={formatExactTime(note.at)} className="ml-auto shrink-0 pl-2">
          <NoteAge at={note.at} />
        </span>
      </span>
    </button>
  );
}

function goToNote(id: string): void {
  usePanelView.getState().chooseTab('notes');
  if (id !== '') useNotesView.getState().want(id);
}
