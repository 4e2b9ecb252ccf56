import { t } from '@lingui/core/macro';
import ChevronsDown from 'lucide-react/icons/chevrons-down';
import Plug from 'lucide-react/icons/plug';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import Settings from 'lucide-react/icons/settings';
import { historyCommands } from '../../../lib/messaging/history-commands';
import { Button } from '../../ui/Button';
import { usePanel } from '../PanelContext';
import { sendFromPanel } from '../send-from-panel';
import type { SourceView } from './source-views';

interface CoverageActionsProps {
  view: SourceView;
}

/** The button that does what the coverage sentence advises; nothing where nothing can be done. */
export function CoverageActions({ view }: CoverageActionsProps) {
  const { windowId } = usePanel();
  const { action } = view.words;
  const { connection, platform } = view;
  if (action === 'retry' && connection !== undefined) {
    return (
      <Button
        onClick={() =>
          sendFromPanel(historyCommands, 'panel.refresh', { windowId, connectionId: connection.id })
        }
      >
        <RefreshCw size={12} aria-hidden /> {t`Try again`}
      </Button>
    );
  }
  if (action === 'more' && connection !== undefined) {
    return (
      <Button
        onClick={() =>
          sendFromPanel(historyCommands, 'panel.more', { windowId, connectionId: connection.id })
        }
      >
        <ChevronsDown size={12} aria-hidden /> {olderWords(view)}
      </Button>
    );
  }
  if (action !== 'connect') return null;
  return (
    <Button
      variant={connection === undefined ? 'primary' : 'plain'}
      onClick={() =>
        sendFromPanel(historyCommands, 'panel.open-settings', { platform: platform.name })
      }
    >
      {connection === undefined ? (
        <Plug size={12} aria-hidden />
      ) : (
        <Settings size={12} aria-hidden />
      )}
      {connection === undefined ? connectWords(platform) : t`Open settings`}
    </Button>
  );
}

const olderWords = ({ label }: SourceView) => t`Load older from ${label}`;
const connectWords = ({ label }: SourceView['platform']) => t`Connect ${label}`;
