import { useEffect, useMemo, useState } from 'react';
import { contactRef } from '../../../lib/model/ids';
import { matchingPlatformNotes } from '../../../lib/notes/platform-notes';
import type { Frame } from '../../../lib/storage/panel-queries';
import { searchTerms } from '../../../lib/timeline/search';
import { MarksContext } from '../history/marks';
import { usePanelCommand } from '../use-panel-command';
import { DeletedNotes } from './DeletedNotes';
import { NativeNotes } from './NativeNotes';
import { NoteEditor } from './NoteEditor';
import { NoteList } from './NoteList';
import { NoteSearch } from './NoteSearch';
import type { NotesScene } from './notes-scene';
import { useNotesView } from './notes-store';
import { useDefaultScope } from './use-default-scope';
import { useForeignNotes, useNotes } from './use-notes';
import { usePinNative } from './use-pin-native';
import { useTargets } from './use-targets';

/** Fewer notes than that are found with the eye. */
const searchFrom = 4;

interface NotesTabProps {
  frame: Frame;
  anchor: string;
  windowId: number;
}

/** The notes of the person: read, write, pin. */
export function NotesTab({ frame, anchor }: NotesTabProps) {
  const send = usePanelCommand();
  const held = useNotes(anchor, frame.contacts);
  const foreign = useForeignNotes(frame.contacts, held);
  const targets = useTargets(frame);
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
  if (held === undefined) return null;
  const living = held.notes.filter((note) => note.deletedAt === undefined);
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
        <DeletedNotes held={held} scene={scene} />
        {living.length === 0 && (
          <p className="text-pretty text-12 text-ink-faint">
            No note about this person yet. What you write here is seen by colleagues on every
            helpdesk, and never by the customer.
          </p>
        )}
        <NoteList held={held} scene={scene} />
        <NativeNotes
          notes={matchingPlatformNotes(foreign, terms)}
          labels={scene.labels}
          onPin={pin}
        />
      </div>
    </MarksContext>
  );
}
