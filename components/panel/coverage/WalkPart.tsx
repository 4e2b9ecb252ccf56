import { t } from '@lingui/core/macro';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import ScrollText from 'lucide-react/icons/scroll-text';
import Square from 'lucide-react/icons/square';
import { walkedWords, walkWords } from '../../../lib/coverage/walk-words';
import { walkCommands } from '../../../lib/messaging/walk-commands';
import { useNow } from '../../hooks/use-now';
import { Button } from '../../ui/Button';
import { usePanel } from '../PanelContext';
import { sendFromPanel } from '../send-from-panel';
import type { SourceView } from './source-views';

interface WalkPartProps {
  view: SourceView;
}

/**
 * Reads the conversation on screen from its page, from the newest message to the first; says how far that has
 * got, and why it ended. Nothing where another platform's page, or none, is in front.
 */
export function WalkPart({ view }: WalkPartProps) {
  const {
    windowId,
    snapshot: { screen },
  } = usePanel();
  const now = useNow(5_000);
  const conversationId = screen?.context.conversationId;
  const isOnScreen =
    screen?.isOpenedByHand !== true &&
    screen?.connectionId === view.connection?.id &&
    conversationId !== undefined;
  if (!isOnScreen || screen === undefined) return null;
  const walk = screen.walk?.conversationId === conversationId ? screen.walk : undefined;
  const platformLabel = view.platform.label;
  const { sentence, isRunning } = walkWords(walk, { platformLabel, now });
  const walked = view.source?.coverage?.walked;
  const order = (action: 'start' | 'stop') =>
    sendFromPanel(walkCommands, 'panel.walk', { windowId, action });
  return (
    <section aria-label={t`Whole conversation`} className="flex flex-col items-start gap-1.5">
      <p className="flex gap-1.5 text-12 text-ink-soft empty:hidden" role="status">
        {isRunning && (
          <LoaderCircle
            size={13}
            aria-hidden
            className="mt-px shrink-0 text-ink-faint motion-safe:animate-spin"
          />
        )}
        {sentence === '' && walked !== undefined ? walkedWords(walked, platformLabel) : sentence}
      </p>
      {isRunning ? (
        <Button onClick={() => order('stop')}>
          <Square size={12} aria-hidden /> {t`Stop reading`}
        </Button>
      ) : (
        <Button onClick={() => order('start')}>
          <ScrollText size={12} aria-hidden /> {t`Read the whole conversation`}
        </Button>
      )}
    </section>
  );
}
