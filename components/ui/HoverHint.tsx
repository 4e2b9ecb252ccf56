import * as Tooltip from 'radix-ui/tooltip';
import { type ReactNode, useState } from 'react';

interface HoverHintProps {
  /** What the hint says. */
  text: ReactNode;
  /** One focusable element. */
  children: ReactNode;
  /** Set false while something else of the child is open. */
  isAllowed?: boolean;
}

/** Words that appear when the child is pointed at or has focus. Needs a `Tooltip.Provider` above. */
export function HoverHint({ text, children, isAllowed = true }: HoverHintProps) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen && !isAllowed) setOpen(false);
  return (
    <Tooltip.Root open={isOpen} onOpenChange={(open) => setOpen(open && isAllowed)}>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          side="bottom"
          sideOffset={5}
          collisionPadding={8}
          className="appear z-20 max-w-[272px] rounded-md border border-line bg-raised px-2.5 py-1.5 text-12 text-ink shadow-pop"
        >
          {text}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
