import { plural, t } from '@lingui/core/macro';
import type { NoteRow, NoteScope } from '../../../lib/model/note';
import type { shortestLimit } from '../../../lib/notes/note-limit';
import { type NoteAccount, scopeWords } from '../../../lib/notes/note-scope';
import { writerWords } from '../../../lib/notes/unnamed-editor';
import { formatNumber } from '../../../lib/text/format-number';
import { joinSentences } from '../../../lib/text/join-sentences';
import { Button } from '../../ui/Button';
import type { NoteDraft } from './use-note-draft';

interface EditorFootProps {
  /** Absent for a new note. */
  note: NoteRow | undefined;
  /** True when the note's text has changed since the writer began. */
  hasChangedMeanwhile: boolean;
  /** True when the note has been deleted meanwhile, and the writer pressed “Save” anyway. */
  asksBeforeSaving: boolean;
  /** Why the last try to save failed. */
  problem: string | undefined;
  draft: NoteDraft;
  canSave: boolean;
  isSaving: boolean;
  onLeave(): void;
}

/** What the writer has to know before saving, and the buttons. */
export function EditorFoot(props: EditorFootProps) {
  const { note, asksBeforeSaving, problem, draft, canSave, isSaving, onLeave } = props;
  const saveWord = asksBeforeSaving ? t`Save anyway` : t`Save`;
  return (
    <>
      <Meanwhile {...props} />
      {problem !== undefined && (
        <p role="alert" className="text-12 text-bad">
          {problem}
        </p>
      )}
      <div className="flex items-center gap-1.5">
        <Button variant="primary" type="submit" disabled={!canSave} title={t`Save (Ctrl+Enter)`}>
          {isSaving ? t`Saving…` : saveWord}
        </Button>
        <Button title={t`The text is kept as a draft (Esc)`} onClick={onLeave}>
          {note === undefined ? t`Later` : t`Cancel`}
        </Button>
        {draft.text !== (note?.text ?? '') && (
          <button
            type="button"
            className="ml-auto rounded-sm text-12 text-ink-faint enabled:hover:underline disabled:opacity-60"
            disabled={isSaving}
            onClick={draft.forget}
          >
            {draft.isRestored ? t`Discard restored draft` : t`Discard draft`}
          </button>
        )}
      </div>
    </>
  );
}

/** What happened to the note while somebody was writing. */
function Meanwhile({ note, hasChangedMeanwhile, asksBeforeSaving }: EditorFootProps) {
  if (note?.deletedAt !== undefined) {
    return (
      <p role={asksBeforeSaving ? 'alert' : 'status'} className="text-11 text-warn">
        {joinSentences(
          note.deletedThere === true
            ? t`Someone deleted this note while you were writing.`
            : t`You deleted this note while you were writing.`,
          asksBeforeSaving
            ? t`Restore it everywhere with your text? “Cancel” keeps it as a draft.`
            : t`Saving restores it.`,
        )}
      </p>
    );
  }
  if (!hasChangedMeanwhile) return null;
  const author = note && writerWords(note);
  return (
    <p role="status" className="text-11 text-warn">
      {author === undefined
        ? t`This note was changed in the meantime. Saving replaces that text; it stays among the earlier versions.`
        : t`${author} changed this note in the meantime. Saving replaces that text; it stays among the earlier versions.`}
    </p>
  );
}

interface NoteVisibilityProps {
  /** Characters of the text as it is saved. */
  length: number;
  /** What the text may be long, where that counts. */
  limit: ReturnType<typeof shortestLimit>;
  scope: NoteScope;
  targets: readonly NoteAccount[];
}

/** Who will see the note, and whether it is short enough for all of them. */
export function NoteVisibility({ length, limit, scope, targets }: NoteVisibilityProps) {
  return (
    <div className="text-11 text-ink-faint">
      <p className="text-pretty">{scopeWords(scope, targets)}</p>
      {limit !== undefined && length > 0 && <Length used={length} {...limit} />}
    </div>
  );
}

/** How many of the characters that an account allows are used. */
function Length({ used, limit, label }: { used: number; limit: number; label: string }) {
  const isLong = used > limit;
  const [length, most] = [formatNumber(used), formatNumber(limit)];
  const excess = plural(used - limit, { one: '# character', other: '# characters' });
  return (
    <>
      <p className={`tabular-nums ${isLong ? 'font-medium text-bad' : ''}`}>
        {t`${length} of ${most} characters, the limit of ${label}`}
      </p>
      {isLong && (
        // Told when it becomes too long, not at each key: what changes after that can be looked at.
        <p role="alert" aria-relevant="additions" className="font-medium text-bad">
          {t`Too long for ${label} by ${excess}. Shorten it, or choose where it goes.`}
        </p>
      )}
    </>
  );
}
