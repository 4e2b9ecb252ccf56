import type { NoteRow } from '../../../lib/model/note';
import { Button } from '../../ui/Button';
import type { Draft } from './use-draft';

interface EditorFootProps {
  /** Absent for a new note. */
  note: NoteRow | undefined;
  /** True when the note has another text by now than when the writer began. */
  hasChangedMeanwhile: boolean;
  /** Why the last try to save failed. */
  problem: string | undefined;
  draft: Draft;
  canSave: boolean;
  isSaving: boolean;
  onLeave(): void;
}

/** What the writer has to know before saving, and the buttons. */
export function EditorFoot(props: EditorFootProps) {
  const { note, hasChangedMeanwhile, problem, draft, canSave, isSaving, onLeave } = props;
  return (
    <>
      {hasChangedMeanwhile && (
        <p role="status" className="text-11 text-warn">
          {note?.author ?? 'Somebody'} changed this note meanwhile. Saving replaces that text; it
          stays among the earlier ones.
        </p>
      )}
      {problem !== undefined && (
        <p role="alert" className="text-12 text-bad">
          {problem}
        </p>
      )}
      <div className="flex items-center gap-1.5">
        <Button look="primary" type="submit" disabled={!canSave} title="Save (Ctrl+Enter)">
          {isSaving ? 'Saving…' : 'Save'}
        </Button>
        <Button title="The text is kept as a draft (Esc)" onClick={onLeave}>
          {note === undefined ? 'Later' : 'Cancel'}
        </Button>
        {draft.text !== (note?.text ?? '') && (
          <button
            type="button"
            className="ml-auto rounded-sm text-12 text-ink-faint hover:underline"
            onClick={draft.forget}
          >
            {draft.isRestored ? 'Discard restored draft' : 'Discard draft'}
          </button>
        )}
      </div>
    </>
  );
}
