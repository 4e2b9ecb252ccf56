import { t } from '@lingui/core/macro';
import GitMerge from 'lucide-react/icons/git-merge';
import { useState } from 'react';
import { noteCommands } from '../../../lib/messaging/note-commands';
import type { ContactRef } from '../../../lib/model/ids';
import type { NoteRow, NoteVersion } from '../../../lib/model/note';
import { writerWords } from '../../../lib/notes/unnamed-editor';
import { MarkdownText } from '../../text/MarkdownText';
import { Button } from '../../ui/Button';
import { sendFromPanel } from '../send-from-panel';
import { NoteAge } from './NoteAge';
import { sendNote } from './send-note';

interface NoteConflictProps {
  note: NoteRow;
  other: NoteVersion;
  /** `contactRef` of the contact on screen. */
  anchor: ContactRef;
}

/** Two texts for one note: asks which one to keep, or for one made of both. Nothing is lost. */
export function NoteConflict({ note, other, anchor }: NoteConflictProps) {
  const [merged, setMerged] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const resolve = async (text: string) =>
    setProblem(await sendNote('notes.resolve', { noteId: note.id, anchor, text }));
  const isDeleted = note.deletedAt !== undefined;
  return (
    <section
      aria-label={t`Two versions`}
      className="flex flex-col gap-1.5 rounded-md bg-canvas p-1.5"
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
      {merged === undefined && (
        <>
          {!isDeleted && <Candidate version={note} onKeep={() => resolve(note.text)} />}
          <Candidate version={other} onKeep={() => resolve(other.text)} />
          {isDeleted ? (
            <Button
              className="self-start"
              onClick={() => sendFromPanel(noteCommands, 'notes.delete', { noteId: note.id })}
            >{t`Delete it everywhere`}</Button>
          ) : (
            <Button
              className="self-start"
              onClick={() => setMerged(`${note.text}\n\n${other.text}`)}
            >
              <GitMerge size={12} aria-hidden /> {t`Merge both`}
            </Button>
          )}
        </>
      )}
      {merged !== undefined && (
        <>
          <textarea
            dir="auto"
            aria-label={t`Merged text`}
            value={merged}
            onChange={(event) => setMerged(event.target.value)}
            className="min-h-20 w-full rounded-md border border-line-strong bg-canvas px-2 py-1 text-13 [field-sizing:content]"
          />
          <div className="flex gap-1.5">
            <Button
              variant="primary"
              disabled={merged.trim() === ''}
              onClick={() => resolve(merged)}
            >{t`Save merged text`}</Button>
            <Button onClick={() => setMerged(undefined)}>{t`Back`}</Button>
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
        <span className="min-w-0 truncate">
          <bdi className="font-medium">{writerWords(version) ?? t`Unknown author`}</bdi> ·{' '}
          <NoteAge at={version.at} />
        </span>
        <Button onClick={onKeep}>{t`Keep this`}</Button>
      </div>
      <MarkdownText markdown={version.text} />
    </div>
  );
}
