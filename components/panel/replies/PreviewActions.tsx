import { CornerDownLeft, Pencil, SquarePen } from 'lucide-react';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';

interface PreviewActionsProps {
  canInsert: boolean;
  /** The response itself can be changed from here. */
  canChange: boolean;
  onInsert(): void;
  onEdit(): void;
  onChange(): void;
}

/** What can be done with the current response, each with its key. */
export function PreviewActions(props: PreviewActionsProps) {
  return (
    <>
      {props.canChange && (
        <IconButton icon={Pencil} label="Change this response" onClick={props.onChange} />
      )}
      <IconButton
        icon={SquarePen}
        label="Edit before inserting (Ctrl+Enter)"
        onClick={props.onEdit}
      />
      <Button
        look="primary"
        className="h-6.5"
        disabled={!props.canInsert}
        title="Insert (Enter)"
        onClick={props.onInsert}
      >
        <CornerDownLeft size={12} aria-hidden /> Insert
      </Button>
    </>
  );
}
