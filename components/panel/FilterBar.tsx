import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MessageKind } from '../../lib/model/history';
import type { Timeline } from '../../lib/timeline/build';
import { isNarrowed } from '../../lib/timeline/filters';
import { PlatformIcon } from '../ui/PlatformIcon';
import { useDirectory } from './directory';
import { usePanelView } from './view-store';

const kinds: readonly { kind: MessageKind; label: string }[] = [
  { kind: 'message', label: 'Messages' },
  { kind: 'note', label: 'Notes' },
  { kind: 'activity', label: 'Activity' },
];

/** Narrows the timeline to some platforms and kinds. Nothing chosen shows everything. */
export function FilterBar({ timeline }: { timeline: Timeline }) {
  const { platforms } = useDirectory();
  const { filters, togglePlatform, toggleKind, clearFilters } = usePanelView();
  const present = [...platforms.values()].filter(
    (entry) => timeline.platforms.has(entry.name) || filters.platforms.includes(entry.name),
  );
  const count = `${timeline.shown.toLocaleString('en')} of ${timeline.total.toLocaleString('en')}`;
  return (
    <fieldset className="flex flex-wrap items-center gap-x-0.5 gap-y-1 border-line border-b px-3 pt-0.5 pb-1.5">
      <legend className="sr-only">Show only</legend>
      {present.length > 1 &&
        present.map((platform) => (
          <Chip
            key={platform.name}
            isOn={filters.platforms.includes(platform.name)}
            onToggle={() => togglePlatform(platform.name)}
            label={platform.label}
          >
            <PlatformIcon platform={platform} size={14} />
          </Chip>
        ))}
      {present.length > 1 && <span aria-hidden className="mx-0.5 h-4 w-px bg-line" />}
      {kinds.map(({ kind, label }) => (
        <Chip
          key={kind}
          isOn={filters.kinds.includes(kind)}
          onToggle={() => toggleKind(kind)}
          label={label}
          isIdle={!timeline.kinds.has(kind) && !filters.kinds.includes(kind)}
        >
          {label}
        </Chip>
      ))}
      {isNarrowed(filters) && (
        <span className="ml-auto flex items-center gap-1 text-11 text-ink-faint">
          <span role="status" className="max-[430px]:sr-only">
            {count}
          </span>
          <button
            type="button"
            aria-label="Clear filters"
            title={`Clear filters; ${count} shown`}
            onClick={clearFilters}
            className="rounded-sm p-1 hover:bg-hover hover:text-ink"
          >
            <X size={12} aria-hidden />
          </button>
        </span>
      )}
    </fieldset>
  );
}

interface ChipProps {
  isOn: boolean;
  onToggle(): void;
  label: string;
  /** There is nothing of this sort. */
  isIdle?: boolean;
  children: ReactNode;
}

function Chip({ isOn, onToggle, label, isIdle = false, children }: ChipProps) {
  const look = isOn
    ? 'border-accent bg-accent-soft text-accent'
    : 'border-transparent text-ink-soft hover:bg-hover';
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-label={`Only ${label}`}
      title={`Only ${label}`}
      disabled={isIdle}
      onClick={onToggle}
      className={`flex h-6 items-center rounded-md border px-1.5 font-medium max-[340px]:px-1 text-12 transition-colors disabled:opacity-50 disabled:hover:bg-transparent ${look}`}
    >
      {children}
    </button>
  );
}
