import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import * as Popover from 'radix-ui/popover';
import { lazy, Suspense } from 'react';
import { filterCount } from '../../../lib/timeline/filters';
import { IconButton } from '../../ui/IconButton';
import { PopoverCard } from '../../ui/PopoverCard';
import { usePanelView } from '../view-store';

/** Opens all filters and says how many are in use. `present`: platforms of which anything is held. */
export function FilterPopover({ present }: { present: ReadonlySet<string> }) {
  const count = filterCount(usePanelView((view) => view.filters));
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton
          icon={SlidersHorizontal}
          label={count === 0 ? 'Filters' : `Filters, ${count} in use`}
          badge={count}
        />
      </Popover.Trigger>
      <PopoverCard label="Filters" align="end">
        <Suspense>
          <LazyFilterForm present={present} />
        </Suspense>
      </PopoverCard>
    </Popover.Root>
  );
}

export const LazyFilterForm = lazy(async () => ({
  default: (await import('./FilterForm')).FilterForm,
}));
