import { plural, t } from '@lingui/core/macro';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { lazy, Suspense } from 'react';
import { filterCount } from '../../../lib/timeline/filters';
import { IconButton } from '../../ui/IconButton';
import { Popover } from '../../ui/Popover';
import { usePanelView } from '../view-store';

const LazyFilterForm = lazy(async () => ({
  default: (await import('./FilterForm')).FilterForm,
}));

/** Opens all filters and says how many are in use. `present`: platforms of which anything is stored. */
export function FilterPopover({ present }: { present: ReadonlySet<string> }) {
  const count = filterCount(usePanelView((view) => view.filters));
  return (
    <Popover
      label={t`Filters`}
      align="end"
      trigger={(opener) => (
        <IconButton
          {...opener}
          icon={SlidersHorizontal}
          label={
            count === 0
              ? t`Filters`
              : plural(count, { one: 'Filters, # in use', other: 'Filters, # in use' })
          }
          badge={count}
        />
      )}
    >
      <Suspense>
        <LazyFilterForm present={present} />
      </Suspense>
    </Popover>
  );
}
