import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { NoteDraftRow, NoteRow, NoteScope } from '../../../lib/model/note';
import { shortestLimit } from '../../../lib/notes/note-limit';
import { type NoteAccount, scopeWords } from '../../../lib/notes/note-scope';
import { Button } from '../../ui/Button';
import { type NoteChoice, NoteChoices } from './NoteChoices';
import { NoteTextField } from './NoteTextField';
import type { NotesScene } from './notes-scene';
import { sendNote } from './send-note';
import { type NoteDraft, useNoteDraft } from './use-note-draft';
import { useDrafts } from './use-notes';

interface NoteEditorProps {
  scene: NotesScene;
  /** Absent for a new note. */
  note?: NoteRow;
  /** What the choices are before anything was chosen. */
  initial: NoteChoice;
  /** Puts the cursor into the text. */
  wantsFocus: boolean;
  onFocused?(): void;
  /** Saved, or left: the draft stays then. */
  onDone(): void;
}

/** Writes a new note or changes one. Ctrl+Enter saves, Ctrl+Shift+P pins, Esc leaves. */
export function NoteEditor(props: NoteEditorProps) {
  const drafts = useDrafts(props.scene.refs);
  // What was typed before has to be there before anybody types on.
  return drafts && <NoteForm {...props} drafts={drafts} />;
}

interface NoteFormProps extends NoteEditorProps {
  drafts: readonly NoteDraftRow[];
}

function NoteForm(props: NoteFormProps) {
  const { scene, note, initial, drafts, wantsFocus, onFocused, onDone } = props;
  const { anchor, targets } = scene;
  const field = useRef<HTMLTextAreaElement>(null);
  const [hasFocus, setFocus] = useState(false);
  const [chosen, setChosen] = useState<NoteChoice>();
  const [began] = useState(note?.revision);
  const noteId = note?.id ?? '';
  const draft = useNoteDraft({ anchor, noteId, original: note?.text ?? '', drafts });
  const { save, isSaving, problem } = useSaveNote(anchor, noteId);
  const choice = chosen ?? initial;
  const isOpen = note !== undefined || hasFocus || draft.text !== '';
  const isLong = draft.text.length > (shortestLimit(choice.scope, targets)?.limit ?? Infinity);
  const canSave = draft.text.trim() !== '' && !isLong && !isSaving;

  useEffect(() => {
    if (!wantsFocus) return;
    field.current?.focus();
    onFocused?.();
  }, [wantsFocus, onFocused]);

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
      <NoteTextField
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
          <NoteVisibility text={draft.text} scope={choice.scope} targets={targets} />
          <EditorFoot
            note={note}
            hasChangedMeanwhile={note?.revision !== began}
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

interface EditorFootProps {
  /** Absent for a new note. */
  note: NoteRow | undefined;
  /** True when the note has another text by now than when the writer began. */
  hasChangedMeanwhile: boolean;
  /** Why the last try to save failed. */
  problem: string | undefined;
  draft: NoteDraft;
  canSave: boolean;
  isSaving: boolean;
  onLeave(): void;
}

/** What the writer has to know before saving, and the buttons. */
function EditorFoot(props: EditorFootProps) {
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
        <Button variant="primary" type="submit" disabled={!canSave} title="Save (Ctrl+Enter)">
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

interface NoteVisibilityProps {
  text: string;
  scope: NoteScope;
  targets: readonly NoteAccount[];
}

/** Who will see the note, and whether it is short enough for all of them. */
function NoteVisibility({ text, scope, targets }: NoteVisibilityProps) {
  const tightest = shortestLimit(scope, targets);
  const isLong = tightest !== undefined && text.length > tightest.limit;
  return (
    <div className="text-11 text-ink-faint">
      <p className="text-pretty">{scopeWords(scope, targets)}</p>
      {tightest !== undefined && text !== '' && (
        <p className={`tabular-nums ${isLong ? 'font-medium text-bad' : ''}`}>
          {text.length.toLocaleString('en')} of {tightest.limit.toLocaleString('en')} characters,
          the most for {tightest.label}
        </p>
      )}
      {isLong && (
        <p role="alert" className="font-medium text-bad">
          {tightest.label} would not take it: {(text.length - tightest.limit).toLocaleString('en')}{' '}
          too many. Make it shorter, or choose where it goes.
        </p>
      )}
    </div>
  );
}

interface SaveNote {
  /** True when the worker has it in the database. */
  save(note: NoteChoice & { text: string }): Promise<boolean>;
  isSaving: boolean;
  /** Why the last try failed and what to do next, for people. */
  problem: string | undefined;
}

/** Saves a note about the person at `anchor`; `noteId` is empty for a new one. */
function useSaveNote(anchor: string, noteId: string): SaveNote {
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  return {
    isSaving,
    problem,
    save: async (note) => {
      setSaving(true);
      setProblem(undefined);
      const key = noteId === '' ? {} : { noteId };
      const found = await sendNote('notes.save', { anchor, ...key, ...note });
      setProblem(found);
      setSaving(false);
      return found === undefined;
    },
  };
}
