import type { ReplicaRow } from '../../../lib/model/note';
import type { ReplicaWords } from '../../../lib/notes/replica-words';
import { usePanelCommand } from '../use-panel-command';

const look = 'rounded-sm font-medium text-11 text-accent hover:underline';

interface ReplicaActionsProps {
  replica: ReplicaRow;
  words: ReplicaWords;
  /** `contactRef` of the contact on screen. */
  anchor: string;
}

/** What somebody can do about a copy that has not arrived. */
export function ReplicaActions({ replica, words, anchor }: ReplicaActionsProps) {
  const send = usePanelCommand();
  if (!words.canRetry && !words.canDiscard) return null;
  const key = { noteId: replica.noteId, contact: replica.contact };
  return (
    <p className="ml-[15px] flex gap-3">
      {words.canRetry && (
        <button
          type="button"
          className={look}
          onClick={() => send('notes.retry', { ...key, anchor })}
        >
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

interface AfterAllProps {
  noteId: string;
  /** `contactRef` of a place that was given up. */
  contact: string;
  /** `contactRef` of the contact on screen. */
  anchor: string;
}

/** Has a note written where that was given up before. */
export function AfterAll({ noteId, contact, anchor }: AfterAllProps) {
  const send = usePanelCommand();
  return (
    <button
      type="button"
      className={`ml-[15px] ${look}`}
      onClick={() => send('notes.retry', { noteId, contact, anchor })}
    >
      Write it there after all
    </button>
  );
}
