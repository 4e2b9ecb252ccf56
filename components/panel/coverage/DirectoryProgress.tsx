import { t } from '@lingui/core/macro';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import Pause from 'lucide-react/icons/pause';
import Play from 'lucide-react/icons/play';
import X from 'lucide-react/icons/x';
import { directoryWords } from '../../../lib/coverage/directory-words';
import type { Payload } from '../../../lib/messaging/commands';
import { historyCommands } from '../../../lib/messaging/history-commands';
import { database } from '../../../lib/storage/database';
import { readDirectoryProgress } from '../../../lib/storage/people-queries';
import { useLiveRead } from '../../hooks/use-live-read';
import { Button } from '../../ui/Button';
import { sendFromPanel } from '../send-from-panel';

type DirectoryAction = Payload<'panel.directory'>['action'];

interface DirectoryProgressProps {
  connectionId: string;
  platformLabel: string;
  /** Epoch ms. */
  now: number;
}

/** The job that reads all contacts of a platform without search: its progress, and its buttons. */
export function DirectoryProgress(props: DirectoryProgressProps) {
  const { connectionId, platformLabel, now } = props;
  const row = useLiveRead(
    {
      tables: [database.directories],
      read: () => readDirectoryProgress(database, connectionId),
    },
    [connectionId],
  );
  const order = (action: DirectoryAction) =>
    sendFromPanel(historyCommands, 'panel.directory', { connectionId, action });
  const isRunning = row?.job === 'running';
  const isPaused = row?.job === 'paused';
  const isAtWork = isRunning && (row.retryAt ?? 0) <= now;
  return (
    <section
      aria-label={t`Visitor index`}
      className="flex flex-col gap-1.5 border-line border-t pt-2"
    >
      <p className="flex gap-1.5 text-12 text-ink-soft" role="status">
        {isAtWork && (
          <LoaderCircle
            size={13}
            aria-hidden
            className="mt-px shrink-0 text-ink-faint motion-safe:animate-spin"
          />
        )}
        {directoryWords(row, { platformLabel, now })}
      </p>
      <div className="flex gap-1.5 empty:hidden">
        {isRunning && (
          <Button onClick={() => order('pause')}>
            <Pause size={12} aria-hidden /> {t`Pause`}
          </Button>
        )}
        {!isRunning && row?.job !== 'done' && (
          <Button onClick={() => order('start')}>
            <Play size={12} aria-hidden /> {isPaused ? t`Continue` : t`Start`}
          </Button>
        )}
        {(isRunning || isPaused) && (
          <Button onClick={() => order('cancel')}>
            <X size={12} aria-hidden /> {t`Cancel`}
          </Button>
        )}
      </div>
    </section>
  );
}
