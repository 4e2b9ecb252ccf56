import {
  type ComponentProps,
  lazy,
  type ReactNode,
  Suspense,
  useId,
  useRef,
  useState,
} from 'react';

// The positioning, focus and layers of an open card are a tenth of what the panel would load at start.
const loadCard = () => import('./PopoverCard');
const PopoverCard = lazy(async () => ({ default: (await loadCard()).PopoverCard }));

/** What makes a button open the card. */
type Opener = Pick<
  ComponentProps<'button'>,
  'ref' | 'aria-haspopup' | 'aria-expanded' | 'aria-controls' | 'onClick' | 'onPointerMove'
>;

interface PopoverProps {
  /** Accessible name of the card. */
  label: string;
  align?: 'start' | 'center' | 'end';
  /** Draws the button that opens the card, with these properties. */
  trigger(opener: Opener): ReactNode;
  /** What is on the card, or a function that makes it and is given how to close the card. */
  children: ReactNode | ((close: () => void) => ReactNode);
  onOpenChange?(isOpen: boolean): void;
}

/** A button and the card it opens. */
export function Popover({ label, align, trigger, children, onOpenChange }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const change = (open: boolean) => {
    setOpen(open);
    setWasOpened(true);
    onOpenChange?.(open);
  };
  return (
    <>
      {trigger({
        ref: button,
        'aria-haspopup': 'dialog',
        'aria-expanded': isOpen,
        'aria-controls': isOpen ? id : undefined,
        onClick: () => change(!isOpen),
        onPointerMove: () => void loadCard(),
      })}
      {wasOpened && (
        <Suspense>
          <PopoverCard
            id={id}
            label={label}
            align={align}
            trigger={button}
            isOpen={isOpen}
            onOpenChange={change}
          >
            {typeof children === 'function' ? children(() => change(false)) : children}
          </PopoverCard>
        </Suspense>
      )}
    </>
  );
}
