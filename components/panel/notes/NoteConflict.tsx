import { t } from '@lingui/core/macro';
import GitMerge from 'lucide-react/icons/git-merge';
import { useEffect, useRef, useState } from 'react';
import { noteCommands } from '../../../lib/messaging/note-commands';
import type { NoteRow, NoteVersion } from '../../../lib/model/note';
import { writerWords } from '../../../lib/notes/unnamed-editor';
import { isFocusFree } from '../../hooks/is-focus-free';
import { useIsMounted } from '../../hooks/use-is-mounted';
import { MarkdownText } from '../../text/MarkdownText';
import { Button } from '../../ui/Button';
import { sendFromPanel } from '../send-from-panel';
import { NoteAge } from './NoteAge';
import type { NotesScene } from './notes-scene';
import { sendNote } from './send-note';
import { useNoteDraft } from './use-note-draft';
import { useDrafts } from './use-notes';

interface NoteConflictProps {
  note: NoteRow;
  other: NoteVersion;
  scene: NotesScene;
}

/** Two texts for one note: asks which one to keep, or for one made of both. Nothing is lost. */
export function NoteConflict({ note, other, scene }: NoteConflictProps) {
  const { anchor, refs } = scene;
  const [isChosen, setChosen] = useState<boolean>();
  const [problem, setProblem] = useState<string>();
  // After the answer as well: until the note is read again, the same question stands here.
  const [settling, setSettling] = useState<number>();
  const isMounted = useIsMounted();
  const field = useRef<HTMLTextAreaElement>(null);
  const drafts = useDrafts(refs) ?? [];
  const noteId = `${note.id}.${other.revision}`;
  const merged = useNoteDraft({ anchor, noteId, original: '', drafts });
  const isDeleted = note.deletedAt !== undefined;
  const isMerging = isChosen ?? (!isDeleted && merged.text !== '');
  const both = `${note.text}\n\n${other.text}`;
  useEffect(() => {
    // The button that led here disappeared.
    if (isChosen === true && isFocusFree()) field.current?.focus();
  }, [isChosen]);
  const isBusy = settling === other.revision;
  const merge = (text: string) => {
    if (isBusy) return;
    setChosen(true);
    merged.type(text);
  };
  const resolve = async (text: string) => {
    if (isBusy) return;
    setSettling(other.revision);
    setProblem(undefined);
    const found = await sendNote('notes.resolve', { noteId: note.id, anchor, text });
    setProblem(found);
    if (found !== undefined) return setSettling(undefined);
    if (merged.text === '') return;
    if (isMounted.current) merged.forget();
    else merged.forgetSaved(merged.text);
  };
  return (
    <section
      aria-label={t`Two versions`}
      aria-busy={isBusy}
      className="flex flex-col gap-1.5 rounded-md bg-canvas p-1.5 aria-busy:opacity-60"
    >
      <p className="font-medium text-12 text-bad">
        {isDeleted
          ? t`This note was deleted here and changed elsewhere. Keep it?`
          : t`Two people changed this note at the same time. Which version do you want to keep?`}
      </p>
      {problem !== undefined && (
        <p role="alert" className="text-12 text-bad">
          {problem}
        </p>
      )}
      {!isMerging && (
        <>
          {!isDeleted && <Candidate version={note} onKeep={() => resolve(note.text)} />}
          <Candidate version={other} onKeep={() => resolve(other.text)} />
          {isDeleted ? (
            <Button
              className="self-start"
              onClick={() => {
                if (!isBusy) sendFromPanel(noteCommands, 'notes.delete', { noteId: note.id });
              }}
            >{t`Delete it everywhere`}</Button>
          ) : (
            <Button className="self-start" onClick={() => merge(merged.text || both)}>
              <GitMerge size={12} aria-hidden /> {t`Merge both`}
            </Button>
          )}
        </>
      )}
      {isMerging && (
        <>
          <textarea
            ref={field}
            dir="auto"
            aria-label={t`Merged text`}
            value={merged.text}
            readOnly={isBusy}
            onChange={(event) => merge(event.target.value)}
            onBlur={merged.keep}
            className="min-h-20 w-full rounded-md border border-line-strong bg-canvas px-2 py-1 text-13 [field-sizing:content]"
          />
          <div className="flex gap-1.5">
            <Button
              variant="primary"
              disabled={merged.text.trim() === ''}
              onClick={() => resolve(merged.text)}
            >{t`Save merged text`}</Button>
            <Button
              onClick={() => {
                if (isBusy) return;
                setChosen(false);
                // What somebody made of the two is there again when they merge after all.
                if (merged.text === both) merged.forget();
              }}
            >{t`Back`}</Button>
          </div>
        </>
      )}
    </section>
  );
}

function Candidate({ version, onKeep }: { version: NoteVersion; onKeep(): void }) {
  return (
    <div className="min-w-0 rounded-md border border-line p-1.5">
      <div className="flex items-center justify-between gap-2 text-11 text-ink-faint">
        <span className="min-w-0 wrap-anywhere">
          <bdi className="font-medium">{writerWords(version) ?? t`Unknown author`}</bdi> ·{' '}
          <NoteAge at={version.at} />
        </span>
        <Button onClick={onKeep}>{t`Keep this`}</Button>
      </div>
      <MarkdownText markdown={version.text} />
    </div>
  );
}
