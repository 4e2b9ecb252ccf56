import { Pin } from 'lucide-react';
import type { NoteRow } from '../../../lib/model/note';
import { exactWords } from '../../../lib/timeline/time-words';
import { Highlighted } from '../history/Highlighted';
import { NoteAge } from './NoteAge';
import { UrgencyLabel } from './UrgencyLabel';

/** Who wrote a note and when; pinned, urgent and edited are said in words. */
export function NoteHeading({ note }: { note: NoteRow }) {
  const isEdited = note.versions.some((version) => version.text !== note.text);
  const editor = isEdited && note.author !== note.createdBy ? note.author : undefined;
  const by = editor === undefined ? '' : ` by ${editor}`;
  const changed = isEdited ? `\nChanged ${exactWords(note.at)}${by}` : '';
  return (
    <p className="flex min-w-0 flex-1 items-center gap-1 text-11 text-note-ink">
      {note.pinned && <Pin size={11} aria-label="Pinned" className="shrink-0" />}
      <UrgencyLabel urgency={note.urgency} />
      <span className="min-w-0 truncate" title={`Written ${exactWords(note.createdAt)}${changed}`}>
        <bdi className="font-medium">
          <Highlighted text={note.createdBy ?? note.author ?? 'Somebody'} />
        </bdi>{' '}
        · <NoteAge at={note.createdAt} />
        {isEdited && ' · edited'}
        {editor !== undefined && (
          <>
            {' by '}
            <bdi>{editor}</bdi>
          </>
        )}
      </span>
    </p>
  );
}
