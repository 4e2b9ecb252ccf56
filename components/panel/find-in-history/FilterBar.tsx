import { t } from '@lingui/core/macro';
import type { LucideIcon } from 'lucide-react';
import CalendarDays from 'lucide-react/icons/calendar-days';
import Lock from 'lucide-react/icons/lock';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import Search from 'lucide-react/icons/search';
import Settings2 from 'lucide-react/icons/settings-2';
import X from 'lucide-react/icons/x';
import { lazy, Suspense } from 'react';
import type { MessageKind } from '../../../lib/model/history';
import { formatNumber } from '../../../lib/text/format-number';
import { isNarrowed } from '../../../lib/timeline/filters';
import type { BuiltTimeline } from '../../../lib/timeline/timeline-builder';
import { IconButton } from '../../ui/IconButton';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { Popover } from '../../ui/Popover';
import { ToggleChip } from '../../ui/ToggleChip';
import type { SourceView } from '../coverage/source-views';
import { usePlatformIndex } from '../platform-index';
import { usePanelView } from '../view-store';
import { FilterPopover } from './FilterPopover';
import { useSearchStore } from './search-store';

const LazyJumpForm = lazy(async () => ({
  default: (await import('./JumpForm')).JumpForm,
}));

interface KindChip {
  kind: MessageKind;
  word: string;
  label: string;
  icon: LucideIcon;
}

const kinds = (): readonly KindChip[] => [
  { kind: 'message', word: t`Messages`, label: t`Only messages`, icon: MessageSquareText },
  { kind: 'note', word: t`Notes`, label: t`Only notes`, icon: Lock },
  { kind: 'activity', word: t`Activity`, label: t`Only activity`, icon: Settings2 },
];

interface FilterBarProps {
  timeline: BuiltTimeline;
  views: readonly SourceView[];
}

/** The filters used most, and the buttons for the search, the other filters and a date. */
export function FilterBar({ timeline, views }: FilterBarProps) {
  const { platforms } = usePlatformIndex();
  const { filters, togglePlatform, toggleKind, clearFilters } = usePanelView();
  const openSearch = useSearchStore((search) => search.open);
  const present = [...platforms.values()].filter(
    (entry) => timeline.platforms.has(entry.name) || filters.platforms.includes(entry.name),
  );
  const [shown, total] = [formatNumber(timeline.shown), formatNumber(timeline.total)];
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-0.5 border-line border-b px-3 pb-1">
      <fieldset className="flex items-center gap-x-0.5">
        <legend className="sr-only">{t`Show only`}</legend>
        {present.length > 1 &&
          present.map((platform) => {
            const { name, label } = platform;
            return (
              <ToggleChip
                key={name}
                isOn={filters.platforms.includes(name)}
                onToggle={() => togglePlatform(name)}
                label={t`Only ${label}`}
              >
                <PlatformIcon platform={platform} size={14} />
              </ToggleChip>
            );
          })}
        {present.length > 1 && <span aria-hidden className="mx-0.5 h-4 w-px bg-line" />}
        {kinds().map(({ kind, word, label, icon: Icon }) => (
          <ToggleChip
            key={kind}
            isOn={filters.kinds.includes(kind)}
            onToggle={() => toggleKind(kind)}
            label={label}
            isDisabled={!timeline.kinds.has(kind) && !filters.kinds.includes(kind)}
          >
            <Icon size={14} aria-hidden />
            <span className="max-[480px]:hidden">{word}</span>
          </ToggleChip>
        ))}
      </fieldset>
      <span className="ml-auto flex items-center">
        {isNarrowed(filters) && (
          <>
            <span role="status" className="px-1 text-11 text-ink-faint max-[430px]:sr-only">
              {t`${shown} of ${total}`}
            </span>
            <IconButton
              icon={X}
              label={t`Clear filters; ${shown} of ${total} shown`}
              onClick={clearFilters}
              className="w-5"
            />
          </>
        )}
        <FilterPopover present={timeline.platforms} />
        <JumpPopover timeline={timeline} views={views} />
        <IconButton icon={Search} label={t`Search the timeline`} onClick={openSearch} />
      </span>
    </div>
  );
}

interface JumpPopoverProps {
  timeline: BuiltTimeline;
  views: readonly SourceView[];
}

/** Goes to a day or a month of the timeline. */
function JumpPopover(props: JumpPopoverProps) {
  return (
    <Popover
      label={t`Jump to date`}
      align="end"
      trigger={(opener) => <IconButton {...opener} icon={CalendarDays} label={t`Jump to date`} />}
    >
      {(close) => (
        <Suspense>
          <LazyJumpForm {...props} onArrived={close} />
        </Suspense>
      )}
    </Popover>
  );
}
