import * as Popover from 'radix-ui/popover';
import type { ReactNode } from 'react';

interface PopoverCardProps {
  /** Accessible name of the card. */
  label: string;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
}

/** The card of an open `Popover.Root`: closes on Escape and outside clicks, holds the focus. */
export function PopoverCard({ label, children, align = 'center' }: PopoverCardProps) {
  return (
    <Popover.Portal>
      <Popover.Content
        aria-label={label}
        align={align}
        sideOffset={5}
        collisionPadding={8}
        className="appear z-10 max-h-(--radix-popover-content-available-height) w-[304px] max-w-[calc(100vw-16px)] overflow-y-auto rounded-lg border border-line bg-raised p-3 text-13 text-ink shadow-pop focus:outline-none"
      >
        {children}
      </Popover.Content>
    </Popover.Portal>
  );
}
