import { t } from '@lingui/core/macro';
import Pin from 'lucide-react/icons/pin';
import { useRef, useState } from 'react';
import { noteCommands } from '../../../lib/messaging/note-commands';
import type { NoteRow } from '../../../lib/model/note';
import { type ListedNativeNote, quoteNativeNote } from '../../../lib/notes/native-notes';
import { shortestLimit } from '../../../lib/notes/note-limit';
import { formatNumber } from '../../../lib/text/format-number';
import { formatExactTime } from '../../../lib/text/format-time';
import { searchTerms } from '../../../lib/text/search-terms';
import { RemoteText } from '../../text/RemoteText';
import { IconButton } from '../../ui/IconButton';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { usePlatformIndex } from '../platform-index';
import { sendFromPanel } from '../send-from-panel';
import { NoteAge } from './NoteAge';
import type { NoteChoice } from './NoteChoices';
import type { NotesScene } from './notes-scene';
import { useNotesView } from './notes-store';
import { adoptOrSay, saveOrSay } from './send-note';
import { useDrafts } from './use-notes';

/** This many are shown until all are requested. */
const shownAtFirst = 5;

interface NativeNotesProps {
  notes: readonly ListedNativeNote[];
  labels: ReadonlyMap<string, string>;
  /** Makes a pinned note of ours out of one. */
  onPin(note: ListedNativeNote, label: string): void;
}

/** Notes that colleagues wrote in the helpdesks themselves. */
export function NativeNotes({ notes, labels, onPin }: NativeNotesProps) {
  const [isWhole, setWhole] = useState(false);
  const terms = searchTerms(useNotesView((view) => view.query)).length;
  if (notes.length === 0) return null;
  const shown = isWhole || terms > 0 ? notes : notes.slice(0, shownAtFirst);
  const count = formatNumber(notes.length);
  return (
    <section aria-labelledby="notes-in-helpdesks" className="mt-2 flex flex-col gap-1.5">
      <h2
        id="notes-in-helpdesks"
        className="font-semibold text-11 text-ink-faint"
      >{t`Notes in the helpdesks`}</h2>
      <ul className="flex flex-col gap-1.5">
        {shown.map((note) => (
          <li key={note.key}>
            <NativeNote
              note={note}
              label={labels.get(note.connectionId) ?? t`A removed account`}
              onPin={onPin}
            />
          </li>
        ))}
      </ul>
      {shown.length < notes.length && (
        <button
          type="button"
          className="self-start rounded-sm font-medium text-12 text-accent hover:underline"
          onClick={() => setWhole(true)}
        >
          {t`Show all (${count})`}
        </button>
      )}
    </section>
  );
}

interface NativeNoteProps {
  note: ListedNativeNote;
  label: string;
  onPin(note: ListedNativeNote, label: string): void;
}

function NativeNote({ note, label, onPin }: NativeNoteProps) {
  const { platforms, platformNames } = usePlatformIndex();
  const platform = platforms.get(platformNames.get(note.connectionId) ?? '');
  return (
    <article className="min-w-0 rounded-md border border-note-line border-dashed bg-note px-2 py-1">
      <div className="flex min-w-0 items-center gap-1 text-11 text-note-ink">
        <PlatformIcon platform={platform} size={11} />
        <bdi className="truncate font-medium" title={note.author ?? label}>
          {note.author ?? label}
        </bdi>
        {note.author !== undefined && <span className="shrink-0">· {label}</span>}
        {note.at !== undefined && (
          <span className="shrink-0" title={formatExactTime(note.at)}>
            · <NoteAge at={note.at} />
          </span>
        )}
        <IconButton
          className="-my-1 ml-auto"
          icon={Pin}
          label={note.claim === undefined ? t`Pin as note` : t`Take over as a note`}
          onClick={() => onPin(note, label)}
        />
      </div>
      {note.claim !== undefined && (
        <p className="text-11 text-ink-faint">
          {note.isPasted === true
            ? t`This is a copy of a note about another person and does not change with it. Take it over if it is about this person, too.`
            : t`This looks like a note from Deskside. Since anyone can write there, it has no author until you or a colleague take it over.`}
        </p>
      )}
      <RemoteText rowKey={`note ${note.key}`} text={note.text} format={note.format} />
    </article>
  );
}

/**
 * Makes a pinned note out of a helpdesk's own. One that is too long for a platform is put into the composer
 * instead, after what is being typed there: `onBegun` makes the composer show it. One that is pinned already
 * (among `held`, the person's notes) is shown.
 */
export function usePinNative(
  { anchor, refs, targets }: NotesScene,
  held: readonly NoteRow[],
  choice: NoteChoice,
  onBegun: () => void,
): (note: ListedNativeNote, label: string) => void {
  const drafts = useDrafts(refs) ?? [];
  const going = useRef(new Set<string>());
  return (note, label) => {
    if (note.claim !== undefined) {
      void adoptOrSay({ anchor, ...note.claim });
      return;
    }
    const text = quoteNativeNote(note, label);
    const limit = shortestLimit(choice.scope, targets)?.limit ?? Number.POSITIVE_INFINITY;
    const same = held.find((each) => each.text === text && each.deletedAt === undefined);
    if (same !== undefined) return useNotesView.getState().want(same.id);
    if (text.length <= limit) {
      if (going.current.has(note.key)) return;
      going.current.add(note.key);
      void saveOrSay({ anchor, text, ...choice }).finally(() => going.current.delete(note.key));
      return;
    }
    const [typed] = drafts
      .filter(({ noteId }) => noteId === '')
      .sort((a, b) => b.updatedAt - a.updatedAt);
    const both = typed === undefined ? text : `${typed.text}\n\n${text}`;
    sendFromPanel(noteCommands, 'notes.draft', { anchor, noteId: '', text: both });
    useNotesView.getState().write();
    onBegun();
  };
}
