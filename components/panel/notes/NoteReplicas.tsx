import { t } from '@lingui/core/macro';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { noteCommands } from '../../../lib/messaging/note-commands';
import { absentRef, type ContactRef } from '../../../lib/model/ids';
import type { NoteRow, ReplicaRow } from '../../../lib/model/note';
import { declinedAccounts, missingAccounts } from '../../../lib/notes/note-scope';
import { type ReplicaWords, replicaWords } from '../../../lib/notes/replica-words';
import { wantsCopy } from '../../../lib/notes/wants-copy';
import { formatList } from '../../../lib/text/format-list';
import { useNow } from '../../hooks/use-now';
import { sendFromPanel } from '../send-from-panel';
import type { NotesScene } from './notes-scene';

interface NoteReplicasProps {
  note: NoteRow;
  replicas: readonly ReplicaRow[];
  scene: NotesScene;
}

/** Where copies of a note are now, and what to do about those that have not arrived. */
export function NoteReplicas({ note, replicas, scene }: NoteReplicasProps) {
  const { anchor, labels, refs, targets } = scene;
  const now = useNow(10_000);
  const isDeleted = note.deletedAt !== undefined;
  const label = (replica: ReplicaRow) => labels.get(replica.connectionId) ?? t`A removed account`;
  const wordsOf = (replica: ReplicaRow): ReplicaWords => {
    const isLeaving = !wantsCopy(note, replica);
    const setting = { platformLabel: label(replica), now, isDeleted: isLeaving };
    const words = replicaWords(replica, setting);
    // If the removal of a copy were given up, the copy would stay there, and nothing would show that.
    return isLeaving && !isDeleted ? { ...words, canDiscard: false } : words;
  };
  const withWords = replicas.map((replica) => ({
    replica,
    words: wordsOf(replica),
  }));
  const arrived = withWords.filter(({ words }) => words.tone === 'good');
  const others = withWords.filter(({ words }) => words.tone !== 'good');
  const places = formatList([...new Set(arrived.map(({ replica }) => label(replica)))]);
  const strangers = arrived.filter(({ replica }) => !refs.includes(replica.contact));
  const declined = isDeleted ? [] : declinedAccounts(note, replicas, targets);
  const missing = isDeleted ? [] : missingAccounts(note, replicas, targets);
  if (withWords.length + declined.length + missing.length === 0) {
    return isDeleted ? null : <ReplicaLine tone="wait">{nowhereWords(note, labels)}</ReplicaLine>;
  }
  return (
    <ul aria-label={t`Where it is`} className="flex flex-col">
      {arrived.length > 0 && !isDeleted && (
        <li>
          <ReplicaLine tone="good">{t`In ${places}`}</ReplicaLine>
        </li>
      )}
      {others.map(({ replica, words }) => (
        <li key={replica.contact}>
          <ReplicaLine tone={words.tone}>{words.sentence}</ReplicaLine>
          <ReplicaActions replica={replica} words={words} anchor={anchor} />
        </li>
      ))}
      {declined.map(({ contact, label: platform }) => (
        <li key={contact}>
          <ReplicaLine tone="wait">{t`${platform}: no longer written there, by choice.`}</ReplicaLine>
          <AfterAll noteId={note.id} contact={contact} anchor={anchor} />
        </li>
      ))}
      {missing.map(({ connectionId, label: platform }) => (
        <li key={connectionId}>
          <ReplicaLine tone="wait">
            {t`${platform}: the author’s browser has not written it there.`}
          </ReplicaLine>
          <AfterAll noteId={note.id} contact={absentRef(connectionId)} anchor={anchor} />
        </li>
      ))}
      {strangers.map(({ replica }) => {
        const platform = label(replica);
        return (
          <li key={replica.contact}>
            <ReplicaLine tone="wait">
              {t`The contact in ${platform} is no longer linked to this person; the note stays there.`}
            </ReplicaLine>
          </li>
        );
      })}
    </ul>
  );
}

/** Why a note has no copy and is not waiting for one. */
function nowhereWords({ scope }: NoteRow, labels: NotesScene['labels']): string {
  const isLost = scope.kind === 'connection' && !labels.has(scope.connectionId);
  return isLost
    ? t`Meant for an account that is no longer connected; it is written there once the account is connected again.`
    : t`Only in this browser.`;
}

const actionStyle = 'rounded-sm font-medium text-11 text-accent hover:underline';

interface ReplicaActionsProps {
  replica: ReplicaRow;
  words: ReplicaWords;
  /** `contactRef` of the contact on screen. */
  anchor: ContactRef;
}

/** What somebody can do about a copy that has not arrived. */
function ReplicaActions({ replica, words, anchor }: ReplicaActionsProps) {
  if (!words.canRetry && !words.canDiscard) return null;
  const key = { noteId: replica.noteId, contact: replica.contact };
  return (
    <p className="ml-[15px] flex gap-3">
      {words.canRetry && (
        <button
          type="button"
          className={actionStyle}
          onClick={() => sendFromPanel(noteCommands, 'notes.retry', { ...key, anchor })}
        >{t`Retry`}</button>
      )}
      {words.canDiscard && (
        <button
          type="button"
          className={actionStyle}
          title={t`The note stays here and is not written there`}
          onClick={() => sendFromPanel(noteCommands, 'notes.discard', key)}
        >{t`Discard`}</button>
      )}
    </p>
  );
}

interface AfterAllProps {
  noteId: string;
  /** `contactRef` of the copy that was given up. */
  contact: ContactRef;
  /** `contactRef` of the contact on screen. */
  anchor: ContactRef;
}

/** Writes a note after all where that was given up before. */
function AfterAll({ noteId, contact, anchor }: AfterAllProps) {
  return (
    <button
      type="button"
      className={`ml-[15px] ${actionStyle}`}
      onClick={() => sendFromPanel(noteCommands, 'notes.retry', { noteId, contact, anchor })}
    >{t`Write it there anyway`}</button>
  );
}

const icons = {
  good: { Icon: CircleCheck, colour: 'text-good' },
  busy: { Icon: LoaderCircle, colour: 'text-ink-faint' },
  wait: { Icon: CircleDashed, colour: 'text-ink-faint' },
  bad: { Icon: TriangleAlert, colour: 'text-bad' },
} as const;

interface ReplicaLineProps {
  tone: ReplicaWords['tone'];
  children: ReactNode;
}

/** One line about a copy of a note; never by its colour alone. */
function ReplicaLine({ tone, children }: ReplicaLineProps) {
  const { Icon, colour } = icons[tone];
  return (
    <p
      className={`flex items-start gap-1 text-11 ${tone === 'bad' ? 'text-bad' : 'text-note-ink'}`}
    >
      <Icon size={11} aria-hidden className={`mt-[2px] shrink-0 ${colour}`} />
      <span className="min-w-0 text-pretty">{children}</span>
    </p>
  );
}
