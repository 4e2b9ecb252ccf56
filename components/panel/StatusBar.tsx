import { CircleCheck, CircleDashed, RefreshCw, TriangleAlert } from 'lucide-react';
import { Popover } from 'radix-ui';
import { Suspense } from 'react';
import { ageWords, exactWords } from '../../lib/timeline/time-words';
import { PopoverCard } from '../ui/PopoverCard';
import { freshSince, isBusy, type SourceView } from './coverage/source-views';
import { CoverageList } from './later';
import { useNow } from './use-now';
import { usePanelCommand } from './use-panel-command';

interface StatusBarProps {
  views: readonly SourceView[];
  windowId: number;
}

/** How fresh and how complete everything above is, and the button to fetch again. */
export function StatusBar({ views, windowId }: StatusBarProps) {
  return (
    <footer className="flex h-8 shrink-0 items-center justify-between gap-2 border-line border-t bg-sunken px-2 text-11">
      <RefreshButton views={views} windowId={windowId} />
      <Completeness views={views} windowId={windowId} />
    </footer>
  );
}

function RefreshButton({ views, windowId }: StatusBarProps) {
  const send = usePanelCommand();
  const now = useNow(10_000);
  const since = freshSince(views);
  const busy = isBusy(views);
  const age = since === undefined ? 'Refresh' : `Updated ${ageWords(since, now)}`;
  return (
    <button
      type="button"
      onClick={() => send('panel.refresh', { windowId })}
      aria-label={busy ? 'Updating. Refresh all' : `${age}. Refresh all`}
      title={since === undefined ? 'Refresh all' : `Refresh all; updated ${exactWords(since)}`}
      className="flex h-6 items-center gap-1.5 rounded-md px-1.5 text-ink-soft hover:bg-hover hover:text-ink"
    >
      <RefreshCw size={12} aria-hidden className={busy ? 'motion-safe:animate-spin' : ''} />
      <span className="tabular-nums">{busy ? 'Updating…' : age}</span>
    </button>
  );
}

function Completeness({ views, windowId }: StatusBarProps) {
  const connected = views.filter((view) => view.connection !== undefined);
  const failed = connected.filter((view) => view.words.tone === 'bad');
  const gaps = connected.filter((view) => view.words.tone === 'partial');
  const { Icon, colour, text } = summary(failed.length, gaps.length);
  return (
    <Popover.Root>
      <Popover.Trigger className="flex h-6 min-w-0 items-center gap-1.5 rounded-md px-1.5 text-ink-soft hover:bg-hover hover:text-ink">
        <Icon size={12} strokeWidth={2.25} aria-hidden className={`shrink-0 ${colour}`} />
        <span className="truncate">{text}</span>
      </Popover.Trigger>
      <PopoverCard label="What is held" align="end">
        <Suspense>
          <CoverageList views={views} windowId={windowId} />
        </Suspense>
      </PopoverCard>
    </Popover.Root>
  );
}

function summary(failed: number, gaps: number) {
  if (failed > 0) return { Icon: TriangleAlert, colour: 'text-bad', text: `${failed} failed` };
  if (gaps > 0) return { Icon: CircleDashed, colour: 'text-warn', text: `${gaps} incomplete` };
  return { Icon: CircleCheck, colour: 'text-ink-faint', text: 'Coverage' };
}
