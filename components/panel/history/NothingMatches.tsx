import { ListFilter } from 'lucide-react';
import { Button } from '../../ui/Button';
import { StateScreen } from '../StateScreen';
import { usePanelView } from '../view-store';

/** All there is, is hidden by the filters. */
export function NothingMatches({ total }: { total: number }) {
  const clear = usePanelView((view) => view.clearFilters);
  return (
    <StateScreen
      icon={ListFilter}
      title="Nothing matches the filters"
      text={`${total.toLocaleString('en')} ${total === 1 ? 'item is' : 'items are'} hidden.`}
    >
      <Button onClick={clear}>Show everything</Button>
    </StateScreen>
  );
}
