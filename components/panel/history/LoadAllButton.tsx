import { t } from '@lingui/core/macro';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import { formatDate } from '../../../lib/text/format-time';
import { Button } from '../../ui/Button';
import { type SourceView, withOlderItems } from '../coverage/source-views';
import { usePanel } from '../PanelContext';
import { useLoadAllStore } from './load-all';

interface LoadAllButtonProps {
  views: readonly SourceView[];
}

/** Loads everything that is available; nothing where there is nothing more to request. */
export function LoadAllButton({ views }: LoadAllButtonProps) {
  const requested = useLoadAllStore((state) => state.requested);
  const { windowId } = usePanel();
  const open = withOlderItems(views);
  const anchor = open[0]?.source?.anchor;
  if (anchor === undefined) return null;
  const { load, stop } = useLoadAllStore.getState();
  if (requested === anchor) {
    return (
      <span className="flex shrink-0 items-center gap-1.5">
        <LoaderCircle
          size={12}
          aria-hidden
          className="text-ink-faint motion-safe:animate-spin motion-reduce:hidden"
        />
        {progress(open)}
        <Button
          onClick={() => stop(windowId)}
          aria-label={t`Stop loading`}
          className="px-2"
        >{t`Stop`}</Button>
      </span>
    );
  }
  const isLoading = open.some((view) => view.source?.phase === 'loading');
  return (
    <Button disabled={isLoading} onClick={() => load(windowId, anchor)} className="shrink-0 px-2">
      {isLoading ? t`Loading…` : t`Load the rest`}
    </Button>
  );
}

/** How far back everything is complete: as far as the slowest source. */
function progress(open: readonly SourceView[]): string {
  const since = open.map((view) => view.source?.coverage?.since ?? Number.POSITIVE_INFINITY);
  const reached = Math.max(...since);
  if (!Number.isFinite(reached)) return t`Loading…`;
  const date = formatDate(reached);
  return t`Back to ${date}`;
}
