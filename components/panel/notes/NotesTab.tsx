import { useEffect, useMemo } from 'react';
import { contactRef } from '../../../lib/model/ids';
import type { NoteScope } from '../../../lib/model/note';
import { readCopy } from '../../../lib/notes/line';
import { matchingPlatformNotes, platformNotes } from '../../../lib/notes/platform-notes';
import { contactOfRef, type Frame } from '../../../lib/storage/panel-queries';
import type { NoteScopeChoice } from '../../../lib/storage/settings';
import { searchTerms } from '../../../lib/timeline/search';
import { useSettings } from '../../options/use-settings';
import { MarksContext } from '../marks';
import { usePanelCommand } from '../use-panel-command';
import { DeletedNotes } from './DeletedNotes';
import { NativeNotes } from './NativeNotes';
import { NoteEditor } from './NoteEditor';
import { NoteList } from './NoteList';
import { NoteSearch } from './NoteSearch';
import type { NotesScene } from './notes-scene';
import { useNotesView } from './notes-store';
import { useNotes, usePlatformNotes } from './use-notes';
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
  const foreign = usePlatformNotes(frame.contacts);
  const targets = useTargets(frame);
  const defaultScope = useDefaultScope(anchor);
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
  const terms = useMemo(() => searchTerms(query), [query]);
  const marks = useMemo(() => ({ terms, current: undefined, unseen: new Set<string>() }), [terms]);
  const natives = useMemo(() => {
    const copies = new Set(
      held?.replicas.map(({ connectionId, remoteId }) => `${connectionId} ${remoteId}`),
    );
    return platformNotes(
      foreign ?? { natives: [], messages: [] },
      (connectionId, remoteId, text) =>
        copies.has(`${connectionId} ${remoteId}`) || readCopy(text) !== undefined,
    );
  }, [held, foreign]);
  if (held === undefined) return null;
  const living = held.notes.filter((note) => note.deletedAt === undefined);
  const shownNatives = matchingPlatformNotes(natives, terms);
  return (
    <MarksContext value={marks}>
      <div className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto px-3 py-2 [&>*]:shrink-0">
        <NoteEditor
          key={anchor}
          anchor={anchor}
          initial={{ pinned: true, urgency: 'normal', scope: defaultScope }}
          drafts={held.drafts}
          targets={targets}
          wantsFocus={wantsToWrite}
          onFocused={useNotesView.getState().began}
          onDone={() => undefined}
        />
        {(living.length + natives.length >= searchFrom || query !== '') && <NoteSearch />}
        <DeletedNotes held={held} scene={scene} />
        {living.length === 0 && (
          <p className="text-pretty text-12 text-ink-faint">
            No note about this person yet. What you write here is seen by colleagues on every
            helpdesk, and never by the customer.
          </p>
        )}
        <NoteList held={held} scene={scene} />
        <NativeNotes
          notes={shownNatives}
          labels={scene.labels}
          onPin={(text) =>
            send('notes.save', {
              anchor,
              text,
              pinned: true,
              urgency: 'normal',
              scope: defaultScope,
            })
          }
        />
      </div>
    </MarksContext>
  );
}

function useDefaultScope(anchor: string): NoteScope {
  const choice = useSettings()?.noteScope ?? 'everywhere';
  return useMemo(() => scopeFor(choice, anchor), [choice, anchor]);
}

function scopeFor(choice: NoteScopeChoice, anchor: string): NoteScope {
  if (choice === 'here') {
    return { kind: 'connection', connectionId: contactOfRef(anchor).connectionId };
  }
  return { kind: choice };
}
