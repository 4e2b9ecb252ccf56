import { CircleCheck, CircleDashed, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { NoteRow, ReplicaRow } from '../../../lib/model/note';
import { type ReplicaWords, replicaWords } from '../../../lib/notes/replica-words';
import { contactOfRef } from '../../../lib/storage/panel-queries';
import { useNow } from '../use-now';
import { usePanelCommand } from '../use-panel-command';

const icons = {
  good: { Icon: CircleCheck, colour: 'text-good' },
  busy: { Icon: LoaderCircle, colour: 'text-ink-faint' },
  wait: { Icon: CircleDashed, colour: 'text-ink-faint' },
  bad: { Icon: TriangleAlert, colour: 'text-bad' },
} as const;

interface NoteReplicasProps {
  note: NoteRow;
  replicas: readonly ReplicaRow[];
  /** What people call an account, by connection id. */
  labels: ReadonlyMap<string, string>;
  /** `contactRef` of the contacts that are this person now. */
  refs: readonly string[];
}

/** Where a note is by now, and what to do about where it is not. */
export function NoteReplicas({ note, replicas, labels, refs }: NoteReplicasProps) {
  const now = useNow(10_000);
  const isDeleted = note.deletedAt !== undefined;
  const label = (replica: ReplicaRow) => labels.get(replica.connectionId) ?? 'A removed account';
  const told = replicas.map((replica) => ({
    replica,
    words: replicaWords(replica, { platformLabel: label(replica), now, isDeleted }),
  }));
  const arrived = told.filter(({ words }) => words.tone === 'good');
  const others = told.filter(({ words }) => words.tone !== 'good');
  const strangers = arrived.filter(({ replica }) => !refs.includes(replica.contact));
  const held = new Set(replicas.map(({ connectionId }) => connectionId));
  const declined = [...new Set((note.declined ?? []).map((ref) => contactOfRef(ref).connectionId))]
    .filter((connectionId) => !held.has(connectionId))
    .map((connectionId) => labels.get(connectionId) ?? 'a removed account');
  if (told.length + declined.length === 0) {
    return isDeleted ? null : <Line tone="wait">Only in this browser.</Line>;
  }
  return (
    <ul aria-label="Where it is" className="flex flex-col">
      {arrived.length > 0 && !isDeleted && (
        <li>
          <Line tone="good">
            In {[...new Set(arrived.map(({ replica }) => label(replica)))].join(', ')}
          </Line>
        </li>
      )}
      {others.map(({ replica, words }) => (
        <li key={replica.contact}>
          <Line tone={words.tone}>{words.sentence}</Line>
          <ReplicaActions replica={replica} words={words} />
        </li>
      ))}
      {!isDeleted && declined.length > 0 && (
        <li>
          <Line tone="wait">Not in {declined.join(', ')}, by choice.</Line>
        </li>
      )}
      {strangers.map(({ replica }) => (
        <li key={replica.contact}>
          <Line tone="wait">
            The contact in {label(replica)} is no longer joined with this person; the note stays
            there.
          </Line>
        </li>
      ))}
    </ul>
  );
}

function Line({ tone, children }: { tone: ReplicaWords['tone']; children: ReactNode }) {
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

function ReplicaActions({ replica, words }: { replica: ReplicaRow; words: ReplicaWords }) {
  const send = usePanelCommand();
  if (!words.canRetry && !words.canDiscard) return null;
  const key = { noteId: replica.noteId, contact: replica.contact };
  const look = 'rounded-sm font-medium text-11 text-accent hover:underline';
  return (
    <p className="ml-[15px] flex gap-3">
      {words.canRetry && (
        <button type="button" className={look} onClick={() => send('notes.retry', key)}>
          Retry
        </button>
      )}
      {words.canDiscard && (
        <button
          type="button"
          className={look}
          title="The note stays here and is not written there"
          onClick={() => send('notes.discard', key)}
        >
          Discard
        </button>
      )}
    </p>
  );
}
