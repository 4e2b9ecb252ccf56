import { t } from '@lingui/core/macro';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { NoteDraftRow, NoteRow } from '../../../lib/model/note';
import { saysAlready, shortestLimit } from '../../../lib/notes/note-limit';
import { cleanText } from '../../../lib/notes/note-text';
import { isFocusFree } from '../../hooks/is-focus-free';
import { isHotkey } from '../../hooks/use-hotkey';
import { useIsMounted } from '../../hooks/use-is-mounted';
import { EditorFoot, NoteVisibility } from './EditorFoot';
import { type NoteChoice, NoteChoices } from './NoteChoices';
import { NoteTextField } from './NoteTextField';
import { type NotesScene, pinKey } from './notes-scene';
import { useSaveNote } from './send-note';
import { useNoteDraft } from './use-note-draft';
import { useDrafts } from './use-notes';

interface NoteEditorProps {
  scene: NotesScene;
  /** Absent for a new note. */
  note?: NoteRow;
  /** The choices before the writer has chosen anything. */
  initial: NoteChoice;
  /** Puts the cursor into the text. */
  wantsFocus: boolean;
  onFocused?(): void;
  /** Called when the writer has saved or left; a draft that was left is kept. */
  onDone(): void;
}

/** Writes a new note or changes one. Ctrl+Enter saves, Ctrl+Shift+P pins, Esc leaves. */
export function NoteEditor(props: NoteEditorProps) {
  const drafts = useDrafts(props.scene.refs);
  // What was typed earlier has to be there before anybody goes on typing.
  return drafts && <NoteForm {...props} drafts={drafts} />;
}

interface NoteFormProps extends NoteEditorProps {
  drafts: readonly NoteDraftRow[];
}

function NoteForm(props: NoteFormProps) {
  const { scene, note, initial, drafts, wantsFocus, onFocused, onDone } = props;
  const { anchor, targets } = scene;
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [hasFocus, setFocus] = useState(false);
  const [chosen, setChosen] = useState<NoteChoice>();
  const [began] = useState(note?.text);
  const [isSure, setSure] = useState(false);
  const isDeleted = note?.deletedAt !== undefined;
  const noteId = note?.id ?? '';
  const draft = useNoteDraft({ anchor, noteId, original: note?.text ?? '', drafts });
  const { save, isSaving, problem } = useSaveNote(anchor, noteId);
  const isMounted = useIsMounted();
  const choice = chosen ?? initial;
  const isOpen = note !== undefined || hasFocus || draft.text !== '';
  const limit = saysAlready(note, draft.text, choice.scope)
    ? undefined
    : shortestLimit(choice.scope, targets);
  // What is saved of it: nobody has to delete empty lines that nobody stores.
  const { length } = cleanText(draft.text);
  const isLong = length > (limit?.limit ?? Infinity);
  const canSave = length > 0 && !isLong && !isSaving;

  useEffect(() => {
    if (!wantsFocus) return;
    field.current?.focus();
    onFocused?.();
  }, [wantsFocus, onFocused]);

  /** Whether the focus is still here; a button that is disabled while it acts loses it. */
  const isHere = () => isFocusFree() || form.current?.contains(document.activeElement) === true;
  const leave = () => {
    draft.keep();
    // On the form, not in the text: single keys are shortcuts of the panel again, and Tab goes on from here.
    if (isHere()) form.current?.focus();
    setFocus(false);
    onDone();
  };
  const saveNow = async () => {
    if (!canSave) return;
    // Somebody deleted the note: restoring it takes a second “Save”.
    if (isDeleted && !isSure) {
      setSure(true);
      return;
    }
    if (!(await save({ ...choice, text: draft.text }))) {
      if (isFocusFree()) field.current?.focus();
      return;
    }
    // Left meanwhile: the note may be open in another editor by now, with more typed into it.
    if (!isMounted.current) return draft.forgetSaved(draft.text);
    draft.forget();
    setChosen(undefined);
    leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') leave();
    else if (isCommand && event.key === 'Enter') void saveNow();
    else if (isHotkey(event, pinKey)) {
      if (!isSaving) setChosen({ ...choice, pinned: !choice.pinned });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      ref={form}
      tabIndex={-1}
      aria-label={note === undefined ? t`New note` : t`Edit note`}
      onSubmit={(event) => {
        event.preventDefault();
        void saveNow();
      }}
      onKeyDown={onKeyDown}
      onFocus={({ target, currentTarget }) => target !== currentTarget && setFocus(true)}
      className="flex flex-col rounded-md border border-line-strong bg-canvas focus-within:border-accent"
    >
      <NoteTextField
        field={field}
        label={note === undefined ? t`New note` : t`Text of the note`}
        text={draft.text}
        isOpen={isOpen}
        isLocked={isSaving}
        onType={draft.type}
        onLeave={draft.keep}
      />
      {isOpen && (
        <div className="flex flex-col gap-1.5 border-line border-t px-2 py-1.5">
          <NoteChoices choice={choice} targets={targets} isLocked={isSaving} onChange={setChosen} />
          <NoteVisibility length={length} limit={limit} scope={choice.scope} targets={targets} />
          <EditorFoot
            note={note}
            hasChangedMeanwhile={note?.text !== (draft.over ?? began)}
            asksBeforeSaving={isDeleted && isSure}
            problem={problem}
            draft={draft}
            canSave={canSave}
            isSaving={isSaving}
            onLeave={leave}
          />
        </div>
      )}
    </form>
  );
}
