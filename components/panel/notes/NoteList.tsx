import History from 'lucide-react/icons/history';
import PencilLine from 'lucide-react/icons/pencil-line';
import Pin from 'lucide-react/icons/pin';
import PinOff from 'lucide-react/icons/pin-off';
import Trash2 from 'lucide-react/icons/trash-2';
import {
  type KeyboardEvent,
  memo,
  startTransition,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { NoteRow, ReplicaRow } from '../../../lib/model/note';
import { noteMatches, orderedNotes } from '../../../lib/notes/note-list';
import { replicasByNote } from '../../../lib/notes/replicas';
import type { StoredNotes } from '../../../lib/storage/note-queries';
import { formatExactTime } from '../../../lib/text/format-time';
import { Highlighted } from '../../text/Highlighted';
import { MarkdownText } from '../../text/MarkdownText';
import { useMarks } from '../../text/marks';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { Popover } from '../../ui/Popover';
import { usePanelCommand } from '../use-panel-command';
import { NoteAge } from './NoteAge';
import { NoteConflict } from './NoteConflict';
import { NoteEditor } from './NoteEditor';
import { NoteReplicas } from './NoteReplicas';
import type { NotesScene } from './notes-scene';
import { useNotesView } from './notes-store';
import { saveOrSay } from './send-note';
import { UrgencyLabel, urgencyStyles } from './UrgencyLabel';

/** So many cards fill the panel; the others follow at once, without keeping anybody waiting. */
const cardsAtFirst = 6;

/** So many cards more with each wish: hundreds at once would be slow to come. */
const cardsPerStep = 40;

interface NoteListProps {
  stored: StoredNotes;
  scene: NotesScene;
}

const noReplicas: readonly ReplicaRow[] = [];

/** The person's notes, pinned ones first. Drawn again only when they change, not while somebody types. */
export const NoteList = memo(function NoteList({ stored, scene }: NoteListProps) {
  const { terms } = useMarks();
  const [room, setRoom] = useState(cardsAtFirst);
  const found = useMemo(
    () => orderedNotes(stored.notes).filter((note) => noteMatches(note, terms)),
    [stored.notes, terms],
  );
  const replicas = useMemo(() => replicasByNote(stored.replicas), [stored.replicas]);
  const wanted = useNotesView((view) => view.wanted);
  const wantedPlace = found.findIndex(({ id }) => id === wanted) + 1;
  useEffect(() => {
    startTransition(() => setRoom((before) => Math.max(before, cardsPerStep, wantedPlace)));
  }, [wantedPlace]);
  const shown = found.slice(0, room);
  if (found.length === 0) {
    if (terms.length === 0) return null;
    return (
      <p role="status" className="text-12 text-ink-faint">
        No note matches.
      </p>
    );
  }
  return (
    <>
      <ul aria-label="Notes" className="flex flex-col gap-1.5">
        {shown.map((note) => (
          <li key={note.id}>
            <NoteCard note={note} replicas={replicas.get(note.id) ?? noReplicas} scene={scene} />
          </li>
        ))}
      </ul>
      {room > cardsAtFirst && found.length > shown.length && (
        <Button className="self-center" onClick={() => setRoom(room + cardsPerStep)}>
          Show more ({(found.length - shown.length).toLocaleString('en')} left)
        </Button>
      )}
    </>
  );
});

interface NoteCardProps {
  note: NoteRow;
  /** The note's own copies. */
  replicas: readonly ReplicaRow[];
  scene: NotesScene;
}

/** One note: its text, its state, and everything that can be done with it. */
function NoteCard({ note, replicas, scene }: NoteCardProps) {
  const card = useRef<HTMLElement>(null);
  const { terms } = useMarks();
  const isEdited = useNotesView((view) => view.editing === note.id);
  const isWanted = useNotesView((view) => view.wanted === note.id);
  const { edit, found } = useNotesView.getState();
  useEffect(() => {
    if (!isWanted) return;
    card.current?.scrollIntoView({ block: 'nearest' });
    card.current?.focus();
    found();
  }, [isWanted, found]);
  const change = (part: { text?: string; pinned?: boolean }) => {
    const { id: noteId, text, pinned, urgency, scope } = note;
    void saveOrSay({ anchor: scene.anchor, noteId, text, pinned, urgency, scope, ...part });
  };
  const togglePin = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || !event.shiftKey) return;
    if (event.key.toLowerCase() !== 'p') return;
    event.preventDefault();
    change({ pinned: !note.pinned });
  };
  return (
    <article
      ref={card}
      aria-label={`Note by ${note.createdBy ?? note.author ?? 'somebody'}`}
      tabIndex={-1}
      onKeyDown={isEdited ? undefined : togglePin}
      className={`flex min-w-0 flex-col gap-1 rounded-md border border-l-[3px] px-2 py-1.5 ${urgencyStyles[note.urgency].card}`}
    >
      <div className="flex items-center">
        <NoteHeading note={note} />
        {!isEdited && (
          <>
            <NoteVersions note={note} onUse={(text) => change({ text })} />
            <IconButton
              icon={note.pinned ? PinOff : Pin}
              label={note.pinned ? 'Unpin (Ctrl+Shift+P)' : 'Pin (Ctrl+Shift+P)'}
              onClick={() => change({ pinned: !note.pinned })}
            />
            <IconButton icon={PencilLine} label="Edit" onClick={() => edit(note.id)} />
            <DeleteButton noteId={note.id} />
          </>
        )}
      </div>
      {note.conflict !== undefined && (
        <NoteConflict note={note} other={note.conflict} anchor={scene.anchor} />
      )}
      {isEdited ? (
        <NoteEditor
          scene={scene}
          note={note}
          initial={{ pinned: note.pinned, urgency: note.urgency, scope: note.scope }}
          wantsFocus
          onDone={() => edit('')}
        />
      ) : (
        note.conflict === undefined && <MarkdownText markdown={note.text} terms={terms} />
      )}
      <NoteReplicas note={note} replicas={replicas} scene={scene} />
    </article>
  );
}

function DeleteButton({ noteId }: { noteId: string }) {
  const send = usePanelCommand();
  const remove = () => {
    useNotesView.getState().setDeleted(noteId, true);
    send('notes.delete', { noteId });
  };
  return <IconButton icon={Trash2} label="Delete" onClick={remove} />;
}

/** Who wrote a note and when; pinned, urgent and edited are said in words. */
function NoteHeading({ note }: { note: NoteRow }) {
  const isEdited = note.versions.some((version) => version.text !== note.text);
  const editor = isEdited && note.author !== note.createdBy ? note.author : undefined;
  const by = editor === undefined ? '' : ` by ${editor}`;
  const changed = isEdited ? `\nChanged ${formatExactTime(note.at)}${by}` : '';
  return (
    <p className="flex min-w-0 flex-1 items-center gap-1 text-11 text-note-ink">
      {note.pinned && <Pin size={11} aria-label="Pinned" className="shrink-0" />}
      <UrgencyLabel urgency={note.urgency} />
      <span
        className="min-w-0 truncate"
        title={`Written ${formatExactTime(note.createdAt)}${changed}`}
      >
        <bdi className="font-medium">
          <Highlighted text={note.createdBy ?? note.author ?? 'Somebody'} />
        </bdi>{' '}
        · <NoteAge at={note.createdAt} />
        {isEdited && ' · edited'}
        {editor !== undefined && (
          <>
            {' by '}
            <bdi>{editor}</bdi>
          </>
        )}
      </span>
    </p>
  );
}

interface NoteVersionsProps {
  note: NoteRow;
  /** Makes an earlier text the current one again. */
  onUse(text: string): void;
}

/** The texts a note had before; nothing for one that never changed. */
function NoteVersions({ note, onUse }: NoteVersionsProps) {
  if (note.versions.length === 0) return null;
  return (
    <Popover
      label="Earlier texts"
      align="end"
      trigger={(opener) => (
        <IconButton {...opener} icon={History} label={`Earlier texts, ${note.versions.length}`} />
      )}
    >
      {(close) => (
        <ol className="flex flex-col gap-2.5">
          {note.versions.map((version) => (
            <li key={`${version.revision} ${version.at}`} className="min-w-0">
              <p className="text-11 text-ink-faint">
                <bdi className="font-medium">{version.author ?? 'Somebody'}</bdi> ·{' '}
                {formatExactTime(version.at)}
              </p>
              <MarkdownText markdown={version.text} />
              <button
                type="button"
                className="rounded-sm font-medium text-12 text-accent hover:underline"
                onClick={() => {
                  onUse(version.text);
                  close();
                }}
              >
                Use this text again
              </button>
            </li>
          ))}
        </ol>
      )}
    </Popover>
  );
}
