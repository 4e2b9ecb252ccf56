import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import type { MessageKind } from '../../../lib/model/history';
import { formatDateInput, parseDateInput } from '../../../lib/text/date-input';
import { type Direction, filterCount, toggled } from '../../../lib/timeline/filters';
import { Button } from '../../ui/Button';
import { DateInput } from '../../ui/DateInput';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { ToggleChip } from '../../ui/ToggleChip';
import { usePlatformIndex } from '../platform-index';
import { usePanelView } from '../view-store';

const kinds = (): readonly [MessageKind, string][] => [
  ['message', t`Messages`],
  ['note', t`Notes`],
  ['activity', t`Activity`],
];
const directions = (): readonly [Direction, string][] => [
  ['in', t`From customer`],
  ['out', t`To customer`],
];

/** All filters of the timeline, in words. `present`: platforms of which anything is stored. */
export function FilterForm({ present }: { present: ReadonlySet<string> }) {
  const { platforms } = usePlatformIndex();
  const { filters, setFilters, clearFilters } = usePanelView();
  const { from, until } = filters;
  return (
    <div className="flex flex-col gap-2.5">
      <Group label={t`Platform`}>
        {[...platforms.values()].map((platform) => (
          <ToggleChip
            isOutlined
            key={platform.name}
            isOn={filters.platforms.includes(platform.name)}
            onToggle={() => setFilters({ platforms: toggled(filters.platforms, platform.name) })}
            isDisabled={!present.has(platform.name) && !filters.platforms.includes(platform.name)}
          >
            <PlatformIcon platform={platform} size={12} />
            {platform.label}
          </ToggleChip>
        ))}
      </Group>
      <Group label={t`Kind`}>
        {kinds().map(([kind, label]) => (
          <ToggleChip
            isOutlined
            key={kind}
            isOn={filters.kinds.includes(kind)}
            onToggle={() => setFilters({ kinds: toggled(filters.kinds, kind) })}
          >
            {label}
          </ToggleChip>
        ))}
      </Group>
      <Group label={t`Direction`}>
        {directions().map(([direction, label]) => (
          <ToggleChip
            isOutlined
            key={direction}
            isOn={filters.directions.includes(direction)}
            onToggle={() => setFilters({ directions: toggled(filters.directions, direction) })}
          >
            {label}
          </ToggleChip>
        ))}
      </Group>
      <Group label={t`Date`}>
        <DateInput
          label={t`First day`}
          value={from === undefined ? '' : formatDateInput(from)}
          onChange={(value) => setFilters({ from: parseDateInput(value)?.start })}
        />
        <span aria-hidden className="text-ink-faint">
          –
        </span>
        <DateInput
          label={t`Last day`}
          value={until === undefined ? '' : formatDateInput(until - 1)}
          onChange={(value) => setFilters({ until: parseDateInput(value)?.end })}
        />
      </Group>
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          checked={filters.openOnly}
          onChange={(event) => setFilters({ openOnly: event.target.checked })}
          className="size-3.5 accent-(--accent)"
        />
        {t`Only open conversations`}
      </label>
      {filterCount(filters) > 0 && (
        <Button className="self-start" onClick={clearFilters}>{t`Show everything`}</Button>
      )}
    </div>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-semibold text-11 text-ink-faint">{label}</legend>
      <div className="flex flex-wrap items-center gap-1">{children}</div>
    </fieldset>
  );
}
