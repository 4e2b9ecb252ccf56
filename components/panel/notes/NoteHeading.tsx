import { Pin } from 'lucide-react';
import type { NoteRow } from '../../../lib/model/note';
import { ageWords, exactWords, showableTime } from '../../../lib/timeline/time-words';
import { Highlighted } from '../Highlighted';
import { useNow } from '../use-now';
import { UrgencyLabel } from './UrgencyLabel';

/** Who wrote a note and when; pinned, urgent and edited are said in words. */
export function NoteHeading({ note }: { note: NoteRow }) {
  const isEdited = note.versions.some((version) => version.text !== note.text);
  const changed = isEdited ? `\nChanged ${exactWords(note.at)}` : '';
  return (
    <p className="flex min-w-0 flex-1 items-center gap-1 text-11 text-note-ink">
      {note.pinned && <Pin size={11} aria-label="Pinned" className="shrink-0" />}
      <UrgencyLabel urgency={note.urgency} />
      <bdi className="truncate font-medium">
        <Highlighted text={note.createdBy ?? note.author ?? 'Somebody'} />
      </bdi>
      <span className="shrink-0" title={`Written ${exactWords(note.createdAt)}${changed}`}>
        · <NoteAge at={note.createdAt} />
        {isEdited && ' · edited'}
        {isEdited && note.author !== undefined && note.author !== note.createdBy && (
          <>
            {' by '}
            <bdi>{note.author}</bdi>
          </>
        )}
      </span>
    </p>
  );
}

/** How long ago, renewed while it is looked at. `at` in epoch ms. */
export function NoteAge({ at }: { at: number }) {
  const now = useNow(60_000);
  return (
    <time dateTime={new Date(showableTime(at)).toISOString()} className="tabular-nums">
      {ageWords(at, now)}
    </time>
  );
}
