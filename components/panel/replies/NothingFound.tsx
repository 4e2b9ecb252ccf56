import { MessageSquareText } from 'lucide-react';
import { Button } from '../../ui/Button';
import { StateScreen } from '../StateScreen';

interface NothingFoundProps {
  /** There are no responses at all. */
  isEmpty: boolean;
  onNew(): void;
}

/** Says that no response fits, and how to make one. */
export function NothingFound({ isEmpty, onNew }: NothingFoundProps) {
  return (
    <div className="flex min-h-0 flex-1 overflow-y-auto">
      <StateScreen
        icon={MessageSquareText}
        title={isEmpty ? 'No canned responses yet' : 'Nothing found'}
        text={
          isEmpty
            ? 'Write one here. Those of connected helpdesks appear by themselves; files are imported in the settings.'
            : 'No response has all of these words.'
        }
      >
        <Button onClick={onNew}>New response</Button>
      </StateScreen>
    </div>
  );
}
