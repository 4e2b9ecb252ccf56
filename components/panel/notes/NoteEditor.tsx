import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { NoteDraftRow, NoteRow } from '../../../lib/model/note';
import type { NoteTarget } from '../../../lib/notes/reach';
import { Button } from '../../ui/Button';
import { type NoteChoice, NoteChoices } from './NoteChoices';
import { NoteReach } from './NoteReach';
import { NoteText } from './NoteText';
import { useDraft } from './use-draft';
import { useSaveNote } from './use-save-note';

interface NoteEditorProps {
  anchor: string;
  /** Absent for a new note. */
  note?: NoteRow;
  /** What the choices are before anything was chosen. */
  initial: NoteChoice;
  drafts: readonly NoteDraftRow[];
  targets: readonly NoteTarget[];
  /** Each raise puts the cursor into the text. */
  wishes: number;
  /** Saved, or left: the draft stays then. */
  onDone(): void;
}

/** Writes a new note or changes one. Ctrl+Enter saves, Ctrl+Shift+P pins, Esc leaves. */
export function NoteEditor(props: NoteEditorProps) {
  const { anchor, note, initial, drafts, targets, wishes, onDone } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const [hasFocus, setFocus] = useState(false);
  const [chosen, setChosen] = useState<NoteChoice>();
  const [began] = useState(note?.revision);
  const noteId = note?.id ?? '';
  const draft = useDraft({ anchor, noteId, original: note?.text ?? '', drafts });
  const { save, isSaving } = useSaveNote(anchor, noteId);
  const choice = chosen ?? initial;
  const isOpen = note !== undefined || hasFocus || draft.text !== '';
  const canSave = draft.text.trim() !== '' && !isSaving;

  useEffect(() => {
    if (wishes > 0) field.current?.focus();
  }, [wishes]);

  const leave = () => {
    draft.keep();
    field.current?.blur();
    setFocus(false);
    onDone();
  };
  const saveNow = async () => {
    if (!canSave || !(await save({ ...choice, text: draft.text }))) return;
    draft.forget();
    setChosen(undefined);
    leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') leave();
    else if (isCommand && event.key === 'Enter') void saveNow();
    else if (isCommand && event.shiftKey && event.key.toLowerCase() === 'p') {
      setChosen({ ...choice, pinned: !choice.pinned });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      aria-label={note === undefined ? 'New note' : 'Change the note'}
      onSubmit={(event) => {
        event.preventDefault();
        void saveNow();
      }}
      onKeyDown={onKeyDown}
      onFocus={() => setFocus(true)}
      className="flex flex-col rounded-md border border-line-strong bg-canvas focus-within:border-accent"
    >
      <NoteText
        field={field}
        label={note === undefined ? 'New note' : 'Text of the note'}
        text={draft.text}
        isOpen={isOpen}
        isLocked={isSaving}
        onType={draft.type}
        onLeave={draft.keep}
      />
      {isOpen && (
        <div className="flex flex-col gap-1.5 border-line border-t px-2 py-1.5">
          <NoteChoices choice={choice} targets={targets} onChange={setChosen} />
          <NoteReach text={draft.text} scope={choice.scope} targets={targets} />
          {note !== undefined && note.revision !== began && (
            <p role="status" className="text-11 text-warn">
              {note.author ?? 'Somebody'} changed this note meanwhile. Saving replaces that text; it
              stays among the earlier ones.
            </p>
          )}
          <div className="flex items-center gap-1.5">
            <Button look="primary" type="submit" disabled={!canSave} title="Save (Ctrl+Enter)">
              {isSaving ? 'Saving…' : 'Save'}
            </Button>
            <Button title="The text is kept as a draft (Esc)" onClick={leave}>
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
        </div>
      )}
    </form>
  );
}
