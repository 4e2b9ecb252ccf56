import Search from 'lucide-react/icons/search';
import Trash2 from 'lucide-react/icons/trash-2';
import X from 'lucide-react/icons/x';
import { useEffect, useMemo, useState } from 'react';
import { contactRef, parseContactRef } from '../../../lib/model/ids';
import type { NoteRow, NoteScope } from '../../../lib/model/note';
import { matchingNativeNotes } from '../../../lib/notes/native-notes';
import { notePreview } from '../../../lib/notes/note-list';
import type { NoteAccount } from '../../../lib/notes/note-scope';
import type { StoredNotes } from '../../../lib/storage/note-queries';
import type { PanelSnapshot } from '../../../lib/storage/panel-snapshot';
import type { NoteScopeChoice } from '../../../lib/storage/settings';
import { searchTerms } from '../../../lib/text/search-terms';
import { useNow } from '../../hooks/use-now';
import { useSettings } from '../../hooks/use-settings';
import { MarksContext } from '../../text/marks';
import { IconButton } from '../../ui/IconButton';
import { usePanelCommand } from '../use-panel-command';
import { NativeNotes, usePinNative } from './NativeNotes';
import { NoteConflict } from './NoteConflict';
import { NoteEditor } from './NoteEditor';
import { NoteList } from './NoteList';
import { NoteReplicas } from './NoteReplicas';
import type { NotesScene } from './notes-scene';
import { useNotesView } from './notes-store';
import { useNotes, usePlatformNotes } from './use-notes';

/** Fewer notes than that are found with the eye. */
const searchFrom = 4;

interface NotesTabProps {
  frame: PanelSnapshot;
  anchor: string;
  windowId: number;
}

/** The notes of the person: read, write, pin. */
export function NotesTab({ frame, anchor }: NotesTabProps) {
  const send = usePanelCommand();
  const stored = useNotes(anchor, frame.contacts);
  const foreign = usePlatformNotes(frame.contacts, stored);
  const targets = useNoteAccounts(frame);
  const scope = useDefaultScope(anchor);
  const query = useNotesView((view) => view.query);
  const wantsToWrite = useNotesView((view) => view.wantsToWrite);
  useEffect(() => send('notes.refresh', { anchor }), [send, anchor]);
  const scene = useMemo<NotesScene>(
    () => ({
      anchor,
      targets,
      refs: frame.contacts.map(contactRef),
      labels: new Map(targets.map(({ connectionId, label }) => [connectionId, label])),
    }),
    [anchor, targets, frame.contacts],
  );
  const initial = useMemo(() => ({ pinned: true, urgency: 'normal', scope }) as const, [scope]);
  const [begun, setBegun] = useState(0);
  const pin = usePinNative(scene, initial, () => setBegun(begun + 1));
  const terms = useMemo(() => searchTerms(query), [query]);
  const marks = useMemo(() => ({ terms, current: undefined, unseen: new Set<string>() }), [terms]);
  if (stored === undefined) return null;
  const living = stored.notes.filter((note) => note.deletedAt === undefined);
  return (
    <MarksContext value={marks}>
      <div className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto px-3 py-2 [&>*]:shrink-0">
        <NoteEditor
          key={`${anchor} ${begun}`}
          scene={scene}
          initial={initial}
          wantsFocus={wantsToWrite}
          onFocused={useNotesView.getState().began}
          onDone={() => undefined}
        />
        {(living.length + foreign.length >= searchFrom || query !== '') && <NoteSearch />}
        <DeletedNotes stored={stored} scene={scene} />
        {living.length === 0 && (
          <p className="text-pretty text-12 text-ink-faint">
            No note about this person yet. What you write here is seen by colleagues on every
            helpdesk, and never by the customer.
          </p>
        )}
        <NoteList stored={stored} scene={scene} />
        <NativeNotes
          notes={matchingNativeNotes(foreign, terms)}
          labels={scene.labels}
          onPin={pin}
        />
      </div>
    </MarksContext>
  );
}

/** How long (ms) a deletion that was made elsewhere is told. */
const toldFor = 7 * 24 * 60 * 60_000;

interface DeletedNotesProps {
  stored: StoredNotes;
  scene: NotesScene;
}

/** Deleted notes that can be taken back, that are not gone everywhere yet, or that ask a question. */
function DeletedNotes({ stored, scene }: DeletedNotesProps) {
  const now = useNow(60_000);
  const recent = useNotesView((view) => view.deleted);
  const left = (note: NoteRow) =>
    stored.replicas.filter(({ noteId, state }) => noteId === note.id && state !== 'delivered');
  const shown = stored.notes.filter(
    (note) =>
      note.deletedAt !== undefined &&
      (recent.includes(note.id) ||
        note.conflict !== undefined ||
        left(note).length > 0 ||
        // Somebody took it away on the platforms: that is told here, and can be taken back.
        (note.deletedThere === true && now - note.deletedAt < toldFor)),
  );
  if (shown.length === 0) return null;
  return (
    <ul aria-label="Deleted notes" className="flex flex-col gap-1.5">
      {shown.map((note) => (
        <li
          key={note.id}
          className="flex flex-col gap-1 rounded-md border border-line border-dashed px-2 py-1.5"
        >
          {note.conflict === undefined ? (
            <Deleted note={note} anchor={scene.anchor} />
          ) : (
            <NoteConflict note={note} other={note.conflict} anchor={scene.anchor} />
          )}
          <NoteReplicas note={note} replicas={left(note)} scene={scene} />
        </li>
      ))}
    </ul>
  );
}

function Deleted({ note, anchor }: { note: NoteRow; anchor: string }) {
  const send = usePanelCommand();
  const undo = () => {
    useNotesView.getState().setDeleted(note.id, false);
    send('notes.restore', { noteId: note.id, anchor });
  };
  return (
    <p role="status" className="flex items-center gap-1.5 text-12 text-ink-soft">
      <Trash2 size={12} aria-hidden className="shrink-0" />
      <span className="min-w-0 flex-1 truncate">
        {note.deletedThere === true ? 'Deleted on the platforms' : 'Deleted'}:{' '}
        {notePreview(note.text)}
      </span>
      <button
        type="button"
        onClick={undo}
        className="shrink-0 rounded-sm font-medium text-accent hover:underline"
      >
        Undo
      </button>
    </p>
  );
}

/** Searches within the person's notes. */
function NoteSearch() {
  const query = useNotesView((view) => view.query);
  const { setQuery } = useNotesView.getState();
  return (
    <search className="flex h-[26px] items-center gap-1.5 rounded-md border border-line bg-canvas pl-1.5 focus-within:border-accent">
      <Search size={12} aria-hidden className="shrink-0 text-ink-faint" />
      <input
        type="search"
        value={query}
        aria-label="Search the notes"
        placeholder="Search the notes"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        maxLength={200}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setQuery('');
        }}
        className="w-full min-w-0 bg-transparent text-12 outline-none placeholder:text-ink-faint [&::-webkit-search-cancel-button]:hidden"
      />
      {query !== '' && <IconButton icon={X} label="Clear search" onClick={() => setQuery('')} />}
    </search>
  );
}

/** Where a new note beside this contact (`contactRef`) goes, as the settings say. */
function useDefaultScope(anchor: string): NoteScope {
  const choice = useSettings()?.noteScope ?? 'everywhere';
  return useMemo(() => scopeFor(choice, anchor), [choice, anchor]);
}

function scopeFor(choice: NoteScopeChoice, anchor: string): NoteScope {
  if (choice === 'here') {
    return { kind: 'connection', connectionId: parseContactRef(anchor).connectionId };
  }
  return { kind: choice };
}

/** The accounts that notes about this person can go to, in the order of the platforms. */
function useNoteAccounts({ platforms, connections, contacts }: PanelSnapshot): NoteAccount[] {
  return useMemo(
    () =>
      platforms.flatMap((platform) => {
        const { notes } = platform.capabilities;
        if (notes === undefined) return [];
        const own = connections.filter((entry) => entry.platform === platform.name);
        return own.map((connection) => ({
          connectionId: connection.id,
          label: own.length > 1 ? connection.label : platform.label,
          isKnown: contacts.some((contact) => contact.connectionId === connection.id),
          limit: notes.maxLength,
        }));
      }),
    [platforms, connections, contacts],
  );
}
