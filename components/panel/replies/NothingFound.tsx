import { MessageSquareText } from 'lucide-react';
import { Button } from '../../ui/Button';
import { StateScreen } from '../StateScreen';

interface NothingFoundProps {
  /** There are no responses at all. */
  isEmpty: boolean;
  /** Some helpdesks were not read yet, so that nothing is known of theirs. */
  isReading: boolean;
  onNew(): void;
}

const emptyText =
  'Write one here. Those of connected helpdesks appear by themselves; files are imported in the settings.';

/** Says that no response fits, and how to make one. */
export function NothingFound({ isEmpty, isReading, onNew }: NothingFoundProps) {
  if (isEmpty && isReading) {
    return (
      <p role="status" className="flex-1 p-6 text-center text-12 text-ink-faint">
        Reading the responses of your helpdesks…
      </p>
    );
  }
  return (
    <div className="flex min-h-0 flex-1 overflow-y-auto">
      <StateScreen
        icon={MessageSquareText}
        title={isEmpty ? 'No canned responses yet' : 'Nothing found'}
        text={isEmpty ? emptyText : 'No response has all of these words.'}
      >
        <Button onClick={onNew}>New response</Button>
      </StateScreen>
    </div>
  );
}
