import { History } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { NoteRow } from '../../../lib/model/note';
import { exactWords } from '../../../lib/timeline/time-words';
import { IconButton } from '../../ui/IconButton';
import { MarkdownText } from '../../ui/MarkdownText';
import { PopoverCard } from '../../ui/PopoverCard';

interface NoteVersionsProps {
  note: NoteRow;
  /** Makes an earlier text the current one again. */
  onUse(text: string): void;
}

/** The texts a note had before; nothing for one that never changed. */
export function NoteVersions({ note, onUse }: NoteVersionsProps) {
  if (note.versions.length === 0) return null;
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton icon={History} label={`Earlier texts, ${note.versions.length}`} />
      </Popover.Trigger>
      <PopoverCard label="Earlier texts" align="end">
        <ol className="flex flex-col gap-2.5">
          {note.versions.map((version) => (
            <li key={`${version.revision} ${version.at}`} className="min-w-0">
              <p className="text-11 text-ink-faint">
                <bdi className="font-medium">{version.author ?? 'Somebody'}</bdi> ·{' '}
                {exactWords(version.at)}
              </p>
              <MarkdownText markdown={version.text} />
              <Popover.Close
                className="rounded-sm font-medium text-12 text-accent hover:underline"
                onClick={() => onUse(version.text)}
              >
                Use this text again
              </Popover.Close>
            </li>
          ))}
        </ol>
      </PopoverCard>
    </Popover.Root>
  );
}
