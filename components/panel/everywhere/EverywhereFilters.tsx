import { t } from '@lingui/core/macro';
import { toggled } from '../../../lib/timeline/filters';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { ToggleChip } from '../../ui/ToggleChip';
import { usePlatformIndex } from '../platform-index';
import { useEverywhereStore } from './everywhere-store';

const spans = (): readonly [days: number, label: string][] => [
  [0, t`Any time`],
  [7, t`Last 7 days`],
  [30, t`Last 30 days`],
  [365, t`Last year`],
];

/** Chooses the helpdesks and the period to search. */
export function EverywhereFilters() {
  const { platforms: all, connections } = usePlatformIndex();
  const { platforms, days, change } = useEverywhereStore();
  const connected = new Set([...connections.values()].map(({ platform }) => platform));
  const present = [...all.values()].filter(({ name }) => connected.has(name));
  return (
    <div className="flex flex-wrap items-center gap-1">
      {present.length > 1 && (
        <fieldset className="flex items-center gap-0.5">
          <legend className="sr-only">{t`Only of these helpdesks`}</legend>
          {present.map((platform) => {
            const { name, label } = platform;
            return (
              <ToggleChip
                key={name}
                isOn={platforms.includes(name)}
                onToggle={() => change({ platforms: toggled(platforms, name) })}
                label={t`Only ${label}`}
              >
                <PlatformIcon platform={platform} size={14} />
              </ToggleChip>
            );
          })}
        </fieldset>
      )}
      <select
        aria-label={t`Time`}
        value={days}
        onChange={(event) => change({ days: Number(event.target.value) })}
        className="ml-auto h-[26px] rounded-md border border-line-strong bg-canvas px-1 text-12"
      >
        {spans().map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
