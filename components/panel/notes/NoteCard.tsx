import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import PencilLine from 'lucide-react/icons/pencil-line';
import Pin from 'lucide-react/icons/pin';
import PinOff from 'lucide-react/icons/pin-off';
import Trash2 from 'lucide-react/icons/trash-2';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { noteCommands } from '../../../lib/messaging/note-commands';
import type { NoteRow, ReplicaRow } from '../../../lib/model/note';
import { writerWords } from '../../../lib/notes/unnamed-editor';
import { formatExactTime } from '../../../lib/text/format-time';
import { isHotkey } from '../../hooks/use-hotkey';
import { Highlighted } from '../../text/Highlighted';
import { MarkdownText } from '../../text/MarkdownText';
import { useMarks } from '../../text/marks';
import { IconButton } from '../../ui/IconButton';
import { sendFromPanel } from '../send-from-panel';
import { NoteAge } from './NoteAge';
import { NoteConflict } from './NoteConflict';
import { NoteEditor } from './NoteEditor';
import { NoteReplicas } from './NoteReplicas';
import { NoteVersions } from './NoteVersions';
import { type NotesScene, pinKey } from './notes-scene';
import { useNotesView } from './notes-store';
import { saveOrSay } from './send-note';
import { UrgencyLabel, urgencyStyles } from './UrgencyLabel';

interface NoteCardProps {
  note: NoteRow;
  /** The note's own copies. */
  replicas: readonly ReplicaRow[];
  scene: NotesScene;
}

/** One note: its text, its state, and everything that can be done with it. */
export function NoteCard({ note, replicas, scene }: NoteCardProps) {
  const card = useRef<HTMLElement>(null);
  const { terms } = useMarks();
  const isEdited = useNotesView((view) => view.editing === note.id);
  const isWanted = useNotesView((view) => view.wanted === note.id);
  const { edit, leave, found } = useNotesView.getState();
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
  const leaveEditor = () => {
    leave(note.id);
    if (card.current?.contains(document.activeElement) === true) card.current.focus();
  };
  const togglePin = (event: KeyboardEvent) => {
    if (!isHotkey(event, pinKey)) return;
    event.preventDefault();
    change({ pinned: !note.pinned });
  };
  return (
    <article
      ref={card}
      aria-label={nameOf(note)}
      tabIndex={-1}
      onKeyDown={isEdited ? undefined : togglePin}
      className={`flex min-w-0 flex-col gap-1 rounded-md border border-l-[3px] px-2 py-1.5 ${urgencyStyles[note.urgency].card}`}
    >
      <div className="flex items-center">
        <NoteHeading note={note} />
        {!isEdited && (
          <>
            <NoteVersions note={note} scene={scene} onUse={(text) => change({ text })} />
            <IconButton
              icon={note.pinned ? PinOff : Pin}
              label={note.pinned ? t`Unpin (Ctrl+Shift+P)` : t`Pin (Ctrl+Shift+P)`}
              onClick={() => change({ pinned: !note.pinned })}
            />
            <IconButton icon={PencilLine} label={t`Edit`} onClick={() => edit(note.id)} />
            <DeleteButton noteId={note.id} />
          </>
        )}
      </div>
      {note.conflict !== undefined && (
        <NoteConflict note={note} other={note.conflict} scene={scene} />
      )}
      {isEdited ? (
        <NoteEditor
          scene={scene}
          note={note}
          initial={{ pinned: note.pinned, urgency: note.urgency, scope: note.scope }}
          wantsFocus
          onDone={leaveEditor}
        />
      ) : (
        note.conflict === undefined && <MarkdownText markdown={note.text} terms={terms} />
      )}
      <NoteReplicas note={note} replicas={replicas} scene={scene} />
    </article>
  );
}

function nameOf(note: NoteRow): string {
  const { createdBy, changedOn: platform } = note;
  const author = createdBy ?? note.author;
  if (author !== undefined) return t`Note by ${author}`;
  return platform === undefined ? t`Note by an unknown author` : t`Note by somebody on ${platform}`;
}

function DeleteButton({ noteId }: { noteId: string }) {
  const remove = () => {
    useNotesView.getState().setDeleted(noteId, true);
    sendFromPanel(noteCommands, 'notes.delete', { noteId });
  };
  return <IconButton icon={Trash2} label={t`Delete`} onClick={remove} />;
}

/** Who wrote a note and when; whether it is pinned, urgent or edited is said in words. */
function NoteHeading({ note }: { note: NoteRow }) {
  const isEdited = note.versions.some((version) => version.text !== note.text);
  const editor = isEdited && note.author !== note.createdBy ? note.author : undefined;
  const platform = isEdited ? note.changedOn : undefined;
  const edited = platform ? t`edited by somebody on ${platform}` : t`edited`;
  const written = formatExactTime(note.createdAt);
  const changed = formatExactTime(note.at);
  const times = [t`Written ${written}`];
  if (editor !== undefined) times.push(t`Changed ${changed} by ${editor}`);
  else if (platform !== undefined) times.push(t`Changed ${changed} by somebody on ${platform}`);
  else if (isEdited) times.push(t`Changed ${changed}`);
  return (
    <p className="flex min-w-0 flex-1 items-center gap-1 text-11 text-note-ink">
      {note.pinned && <Pin size={11} aria-label={t`Pinned`} className="shrink-0" />}
      <UrgencyLabel urgency={note.urgency} />
      <span className="min-w-0 truncate" title={times.join('\n')}>
        <bdi className="font-medium">
          <Highlighted text={note.createdBy ?? writerWords(note) ?? t`Unknown author`} />
        </bdi>{' '}
        · <NoteAge at={note.createdAt} />
        {isEdited && ' · '}
        {isEdited && editor === undefined && edited}
        {editor !== undefined && (
          <Trans>
            edited by <bdi>{editor}</bdi>
          </Trans>
        )}
      </span>
    </p>
  );
}
