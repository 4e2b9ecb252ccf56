import { plural, t } from '@lingui/core/macro';
import ListFilter from 'lucide-react/icons/list-filter';
import { Button } from '../../ui/Button';
import { StateScreen } from '../../ui/StateScreen';
import { usePanelView } from '../view-store';

/** Says that the filters hide everything there is. */
export function NothingMatches({ total }: { total: number }) {
  const clear = usePanelView((view) => view.clearFilters);
  return (
    <StateScreen
      heading="h2"
      icon={ListFilter}
      title={t`Nothing matches the filters`}
      text={plural(total, { one: '# item is hidden.', other: '# items are hidden.' })}
    >
      <Button onClick={clear}>{t`Show everything`}</Button>
    </StateScreen>
  );
}
