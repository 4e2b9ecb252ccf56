import { t } from '@lingui/core/macro';
import X from 'lucide-react/icons/x';
import { useMemo, useState } from 'react';
import { type ContactRef, contactRef, parseContactRef } from '../../../lib/model/ids';
import type { NoteScope } from '../../../lib/model/note';
import { matchingNativeNotes } from '../../../lib/notes/native-notes';
import { accountsInScope, type NoteAccount } from '../../../lib/notes/note-scope';
import { plainWords } from '../../../lib/replies/markdown-words';
import type { PanelSnapshot } from '../../../lib/storage/panel-snapshot';
import type { NoteScopeChoice } from '../../../lib/storage/settings';
import { joinSentences } from '../../../lib/text/join-sentences';
import { searchTerms } from '../../../lib/text/search-terms';
import { useSettings } from '../../hooks/use-settings';
import { MarksContext } from '../../text/marks';
import { IconButton } from '../../ui/IconButton';
import { SearchField } from '../../ui/SearchField';
import { useAnchor, usePanel } from '../PanelContext';
import { DeletedNotes } from './DeletedNotes';
import { NativeNotes, usePinNative } from './NativeNotes';
import { NoteEditor } from './NoteEditor';
import { NoteList } from './NoteList';
import type { NotesScene } from './notes-scene';
import { useNotesView } from './notes-store';
import { UnreadNotes } from './UnreadNotes';
import { useNotes, useNotesWatch, usePlatformNotes } from './use-notes';

/** Fewer notes than this need no search. */
const searchFrom = 4;

/** The notes of the person: read, write, pin. */
export function NotesTab() {
  const anchor = useAnchor();
  const { snapshot } = usePanel();
  const { contacts } = snapshot;
  const stored = useNotes(anchor, contacts);
  const foreign = usePlatformNotes(contacts, stored);
  const targets = useNoteAccounts(snapshot);
  const scope = useDefaultScope(anchor);
  const query = useNotesView((view) => view.query);
  const wantsToWrite = useNotesView((view) => view.wantsToWrite);
  useNotesWatch(anchor, stored !== undefined);
  const scene = useMemo<NotesScene>(
    () => ({
      anchor,
      targets,
      refs: contacts.map(contactRef),
      labels: new Map(targets.map(({ connectionId, label }) => [connectionId, label])),
    }),
    [anchor, targets, contacts],
  );
  const initial = useMemo(() => ({ pinned: true, urgency: 'normal', scope }) as const, [scope]);
  const [begun, setBegun] = useState(0);
  const pin = usePinNative(scene, stored?.notes ?? [], initial, () => setBegun(begun + 1));
  const terms = useMemo(() => searchTerms(query), [query]);
  const marks = useMemo(() => ({ terms, current: undefined, unseen: new Set<string>() }), [terms]);
  const found = useMemo(() => matchingNativeNotes(foreign, terms, plainWords), [foreign, terms]);
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
        <UnreadNotes scene={scene} />
        {living.length === 0 && (
          <EmptyNotes hasForeign={foreign.length > 0} goesTo={accountsInScope(scope, targets)} />
        )}
        <NoteList stored={stored} scene={scene} />
        <NativeNotes notes={found} labels={scene.labels} onPin={pin} />
      </div>
    </MarksContext>
  );
}

interface EmptyNotesProps {
  /** Whether the helpdesks' own notes are shown below. */
  hasForeign: boolean;
  /** Where a new note goes unless somebody chooses otherwise. */
  goesTo: readonly NoteAccount[];
}

/** Says that there is no note of ours, and who would see a new one. */
function EmptyNotes({ hasForeign, goesTo }: EmptyNotesProps) {
  const empty = hasForeign ? undefined : t`No notes about this person are known here yet.`;
  const seen =
    goesTo.length === 0
      ? t`What you write here stays in this browser unless you choose another place.`
      : t`What you write here is kept in the helpdesks chosen for it, for colleagues, never for the customer.`;
  return <p className="text-pretty text-12 text-ink-faint">{joinSentences(empty, seen)}</p>;
}

/** Searches within the person's notes. */
function NoteSearch() {
  const query = useNotesView((view) => view.query);
  const { setQuery } = useNotesView.getState();
  return (
    <search className="flex">
      <SearchField
        label={t`Search the notes`}
        placeholder={t`Search the notes`}
        value={query}
        onValue={setQuery}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) setQuery('');
        }}
        className="h-[26px] pr-0!"
      >
        {query !== '' && (
          <IconButton icon={X} label={t`Clear search`} onClick={() => setQuery('')} />
        )}
      </SearchField>
    </search>
  );
}

/** Where a new note beside this contact (`contactRef`) goes, as the settings say. */
function useDefaultScope(anchor: ContactRef): NoteScope {
  const choice = useSettings()?.noteScope ?? 'everywhere';
  return useMemo(() => scopeFor(choice, anchor), [choice, anchor]);
}

function scopeFor(choice: NoteScopeChoice, anchor: ContactRef): NoteScope {
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
