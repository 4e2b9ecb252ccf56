import History from 'lucide-react/icons/history';
import Pin from 'lucide-react/icons/pin';
import type { NoteRow } from '../../../lib/model/note';
import { formatExactTime } from '../../../lib/text/format-time';
import { Highlighted } from '../../text/Highlighted';
import { MarkdownText } from '../../text/MarkdownText';
import { IconButton } from '../../ui/IconButton';
import { Popover } from '../../ui/Popover';
import { NoteAge } from './NoteAge';
import { UrgencyLabel } from './UrgencyLabel';

/** Who wrote a note and when; pinned, urgent and edited are said in words. */
export function NoteHeading({ note }: { note: NoteRow }) {
  const isEdited = note.versions.some((version) => version.text !== note.text);
  const editor = isEdited && note.author !== note.createdBy ? note.author : undefined;
  const by = editor === undefined ? '' : ` by ${editor}`;
  const changed = isEdited ? `\nChanged ${formatExactTime(note.at)}${by}` : '';
  return (
    <p className="flex min-w-0 flex-1 items-center gap-1 text-11 text-note-ink">
      {note.pinned && <Pin size={11} aria-label="Pinned" className="shrink-0" />}
      <UrgencyLabel urgency={note.urgency} />
      <span
        className="min-w-0 truncate"
        title={`Written ${formatExactTime(note.createdAt)}${changed}`}
      >
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

interface NoteVersionsProps {
  note: NoteRow;
  /** Makes an earlier text the current one again. */
  onUse(text: string): void;
}

/** The texts a note had before; nothing for one that never changed. */
export function NoteVersions({ note, onUse }: NoteVersionsProps) {
  if (note.versions.length === 0) return null;
  return (
    <Popover
      label="Earlier texts"
      align="end"
      trigger={(opener) => (
        <IconButton {...opener} icon={History} label={`Earlier texts, ${note.versions.length}`} />
      )}
    >
      {(close) => (
        <ol className="flex flex-col gap-2.5">
          {note.versions.map((version) => (
            <li key={`${version.revision} ${version.at}`} className="min-w-0">
              <p className="text-11 text-ink-faint">
                <bdi className="font-medium">{version.author ?? 'Somebody'}</bdi> ·{' '}
                {formatExactTime(version.at)}
              </p>
              <MarkdownText markdown={version.text} />
              <button
                type="button"
                className="rounded-sm font-medium text-12 text-accent hover:underline"
                onClick={() => {
                  onUse(version.text);
                  close();
                }}
              >
                Use this text again
              </button>
            </li>
          ))}
        </ol>
      )}
    </Popover>
  );
}
