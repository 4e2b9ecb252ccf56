import { CalendarDays } from 'lucide-react';
import { Popover } from 'radix-ui';
import { Suspense, useState } from 'react';
import type { Timeline } from '../../../lib/timeline/build';
import { IconButton } from '../../ui/IconButton';
import { PopoverCard } from '../../ui/PopoverCard';
import type { SourceView } from '../coverage/source-views';
import { JumpForm } from '../later';

interface JumpPopoverProps {
  timeline: Timeline;
  views: readonly SourceView[];
  windowId: number;
}

/** Goes to a day or a month of the timeline. */
export function JumpPopover(props: JumpPopoverProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <IconButton icon={CalendarDays} label="Jump to date" />
      </Popover.Trigger>
      <PopoverCard label="Jump to date" align="end">
        <Suspense>
          <JumpForm {...props} onArrived={() => setOpen(false)} />
        </Suspense>
      </PopoverCard>
    </Popover.Root>
  );
}
