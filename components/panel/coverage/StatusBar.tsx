import { plural, t } from '@lingui/core/macro';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { lazy, Suspense } from 'react';
import { historyCommands } from '../../../lib/messaging/history-commands';
import { formatAge, formatExactTime } from '../../../lib/text/format-time';
import { useNow } from '../../hooks/use-now';
import { Popover } from '../../ui/Popover';
import { usePanel } from '../PanelContext';
import { sendFromPanel } from '../send-from-panel';
import { freshSince, isBusy, type SourceView } from './source-views';

const LazyCoverageList = lazy(async () => ({
  default: (await import('./CoverageList')).CoverageList,
}));

interface StatusBarProps {
  views: readonly SourceView[];
}

/** How up to date and how complete everything above is, and the button to fetch it again. */
export function StatusBar({ views }: StatusBarProps) {
  return (
    <footer className="flex h-full items-center justify-between gap-1 px-2 text-11 max-[299px]:px-1">
      <RefreshButton views={views} />
      <Completeness views={views} />
    </footer>
  );
}

function RefreshButton({ views }: StatusBarProps) {
  const { windowId } = usePanel();
  const now = useNow(10_000);
  const since = freshSince(views);
  const busy = isBusy(views);
  const ago = formatAge(since ?? now, now);
  const time = formatExactTime(since ?? now);
  const age = since === undefined ? t`Refresh` : t`Updated ${ago}`;
  return (
    <button
      type="button"
      onClick={() => sendFromPanel(historyCommands, 'panel.refresh', { windowId })}
      aria-label={labelOf(busy, since === undefined ? undefined : ago)}
      title={since === undefined ? t`Refresh all` : t`Refresh all; updated ${time}`}
      className="flex h-6 items-center gap-1.5 rounded-md px-1.5 text-ink-soft hover:bg-hover hover:text-ink"
    >
      <RefreshCw size={12} aria-hidden className={busy ? 'motion-safe:animate-spin' : ''} />
      <span className="text-left leading-[13px] tabular-nums">{busy ? t`Updating…` : age}</span>
    </button>
  );
}

function labelOf(busy: boolean, ago: string | undefined): string {
  if (busy) return t`Updating. Refresh all`;
  return ago === undefined ? t`Refresh all` : t`Updated ${ago}. Refresh all`;
}

function Completeness({ views }: StatusBarProps) {
  const connected = views.filter((view) => view.connection !== undefined);
  const failed = connected.filter((view) => view.words.tone === 'bad');
  const gaps = connected.filter((view) => view.words.tone === 'partial');
  const { Icon, colour, text } = summary(failed.length, gaps.length);
  return (
    <Popover
      label={t`What is loaded`}
      align="end"
      trigger={(opener) => (
        <button
          {...opener}
          type="button"
          className="flex h-6 items-center gap-1.5 rounded-md px-1.5 text-ink-soft hover:bg-hover hover:text-ink"
        >
          <Icon size={12} strokeWidth={2.25} aria-hidden className={`shrink-0 ${colour}`} />
          <span className="text-left leading-[13px]">{text}</span>
        </button>
      )}
    >
      <Suspense>
        <LazyCoverageList views={views} />
      </Suspense>
    </Popover>
  );
}

function summary(failed: number, gaps: number) {
  if (failed > 0) {
    const text = plural(failed, { one: '# failed', other: '# failed' });
    return { Icon: TriangleAlert, colour: 'text-bad', text };
  }
  if (gaps > 0) {
    const text = plural(gaps, { one: '# incomplete', other: '# incomplete' });
    return { Icon: CircleDashed, colour: 'text-warn', text };
  }
  return { Icon: CircleCheck, colour: 'text-ink-faint', text: t`Coverage` };
}
