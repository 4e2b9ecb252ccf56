import { Pin } from 'lucide-react';
import { useState } from 'react';
import type { PlatformNote } from '../../../lib/notes/platform-notes';
import { quotedNote } from '../../../lib/notes/platform-notes';
import { searchTerms } from '../../../lib/timeline/search';
import { exactWords } from '../../../lib/timeline/time-words';
import { IconButton } from '../../ui/IconButton';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { useNames } from '../names';
import { RemoteText } from '../RemoteText';
import { NoteAge } from './NoteAge';
import { useNotesView } from './notes-store';

/** So many are shown until asked for all. */
const shownAtFirst = 5;

interface NativeNotesProps {
  notes: readonly PlatformNote[];
  labels: ReadonlyMap<string, string>;
  /** Makes a note of ours out of one, pinned. */
  onPin(text: string): void;
}

/** Notes that colleagues wrote in the helpdesks themselves. */
export function NativeNotes({ notes, labels, onPin }: NativeNotesProps) {
  const [isWhole, setWhole] = useState(false);
  const terms = searchTerms(useNotesView((view) => view.query)).length;
  if (notes.length === 0) return null;
  const shown = isWhole || terms > 0 ? notes : notes.slice(0, shownAtFirst);
  return (
    <section aria-labelledby="notes-in-helpdesks" className="mt-2 flex flex-col gap-1.5">
      <h2 id="notes-in-helpdesks" className="font-semibold text-11 text-ink-faint">
        Notes in the helpdesks
      </h2>
      <ul className="flex flex-col gap-1.5">
        {shown.map((note) => (
          <li key={note.key}>
            <NativeNote
              note={note}
              label={labels.get(note.connectionId) ?? 'A removed account'}
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
          Show all {notes.length}
        </button>
      )}
    </section>
  );
}

interface NativeNoteProps {
  note: PlatformNote;
  label: string;
  onPin(text: string): void;
}

function NativeNote({ note, label, onPin }: NativeNoteProps) {
  const { platforms, platformNames } = useNames();
  const platform = platforms.get(platformNames.get(note.connectionId) ?? '');
  return (
    <article className="min-w-0 rounded-md border border-note-line border-dashed bg-note px-2 py-1">
      <div className="flex min-w-0 items-center gap-1 text-11 text-note-ink">
        <PlatformIcon platform={platform} size={11} />
        <bdi className="truncate font-medium">{note.author ?? label}</bdi>
        {note.author !== undefined && <span className="shrink-0">· {label}</span>}
        {note.at !== undefined && (
          <span className="shrink-0" title={exactWords(note.at)}>
            · <NoteAge at={note.at} />
          </span>
        )}
        <IconButton
          className="-my-1 ml-auto"
          icon={Pin}
          label="Pin as note"
          onClick={() => onPin(quotedNote(note, label))}
        />
      </div>
      <RemoteText rowKey={`note ${note.key}`} text={note.text} />
    </article>
  );
}
