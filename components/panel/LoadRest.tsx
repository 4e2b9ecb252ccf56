import { Button } from '../ui/Button';
import { olderThere, type SourceView } from './source-views';
import { usePanelCommand } from './use-panel-command';

interface LoadRestProps {
  views: readonly SourceView[];
  windowId: number;
}

/** Loads everything that can be had; nothing where there is nothing more to ask for. */
export function LoadRest({ views, windowId }: LoadRestProps) {
  const send = usePanelCommand();
  const open = olderThere(views);
  if (open.length === 0) return null;
  const isLoading = open.some((view) => view.source?.phase === 'loading');
  return (
    <Button
      disabled={isLoading}
      onClick={() => send('panel.all', { windowId })}
      className="h-6 shrink-0 px-2"
    >
      {isLoading ? 'Loading…' : 'Load the rest'}
    </Button>
  );
}
