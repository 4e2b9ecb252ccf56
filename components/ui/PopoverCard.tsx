import * as Popover from 'radix-ui/popover';
import { type ReactNode, type Ref, type RefObject, useImperativeHandle } from 'react';
import { notWhileComposing } from './not-while-composing';

interface PopoverCardProps {
  id: string;
  /** Accessible name of the card. */
  label: string;
  align?: 'start' | 'center' | 'end' | undefined;
  trigger: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
  children: ReactNode;
}

/** The card of a `Popover`: closes on Escape and outside clicks, and keeps the focus inside. */
export function PopoverCard(props: PopoverCardProps) {
  const { id, label, align = 'center', trigger, isOpen, onOpenChange, children } = props;
  return (
    <Popover.Root open={isOpen} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>
        <TriggerThere trigger={trigger} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          id={id}
          aria-label={label}
          align={align}
          onEscapeKeyDown={notWhileComposing}
          sideOffset={5}
          collisionPadding={8}
          className="appear z-10 max-h-(--radix-popover-content-available-height) w-[304px] max-w-[calc(100vw-16px)] overflow-y-auto rounded-lg border border-line bg-raised p-3 text-13 text-ink shadow-pop focus:outline-none"
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface TriggerThereProps {
  trigger: RefObject<HTMLButtonElement | null>;
  ref?: Ref<HTMLButtonElement>;
}

/** Tells the library about the button, which was there before the card. */
function TriggerThere({ trigger, ref }: TriggerThereProps) {
  useImperativeHandle<HTMLButtonElement | null, HTMLButtonElement | null>(
    ref,
    () => trigger.current,
    [trigger],
  );
  return null;
}
