import Info from 'lucide-react/icons/info';
import Users from 'lucide-react/icons/users';
import * as Popover from 'radix-ui/popover';
import { Suspense, useState } from 'react';
import type { PanelSnapshot } from '../../../lib/storage/panel-snapshot';
import { IconButton } from '../../ui/IconButton';
import { PopoverCard } from '../../ui/PopoverCard';
import { LazyPeoplePart } from './LazyPeoplePart';

interface PersonActionsProps {
  frame: PanelSnapshot;
  anchor: string;
  windowId: number;
}

/** The ways from the person's name to the records behind it and to everything else known. */
export function PersonActions(place: PersonActionsProps) {
  const [isOpen, setOpen] = useState(false);
  const count = place.frame.contacts.length;
  const label = `Who is this: ${count} ${count === 1 ? 'record' : 'records'}`;
  return (
    <div className="-mr-1 flex shrink-0 items-center self-start">
      <Popover.Root open={isOpen} onOpenChange={setOpen}>
        <Popover.Trigger
          aria-label={label}
          title={label}
          className="flex h-[26px] items-center gap-1 rounded-md px-1.5 text-12 text-ink-soft tabular-nums hover:bg-hover hover:text-ink data-[state=open]:bg-hover"
        >
          <Users size={14} aria-hidden /> {count}
        </Popover.Trigger>
        <PopoverCard label="Who is this" align="end">
          <Suspense>
            <LazyPeoplePart part="records" {...place} onDone={() => setOpen(false)} />
          </Suspense>
        </PopoverCard>
      </Popover.Root>
      <Popover.Root>
        <Popover.Trigger asChild>
          <IconButton icon={Info} label="Details" />
        </Popover.Trigger>
        <PopoverCard label="Details" align="end">
          <Suspense>
            <LazyPeoplePart part="details" {...place} />
          </Suspense>
        </PopoverCard>
      </Popover.Root>
    </div>
  );
}
