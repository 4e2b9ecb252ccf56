import * as Dialog from 'radix-ui/dialog';
import { type ComponentProps, type RefObject, useLayoutEffect, useState } from 'react';
import { notWhileComposing } from './not-while-composing';

interface DialogContentProps extends ComponentProps<typeof Dialog.Content> {
  /** True once something was chosen that moves the focus itself. */
  isLeaving?: RefObject<boolean>;
}

/**
 * The content of a dialog that no button of its own opens. The focus goes back to where it was when the
 * dialog opened or, where a card or another dialog led to it, to where it was before that. Escape that
 * belongs to an input method closes nothing.
 */
export function DialogContent({ isLeaving, ...rest }: DialogContentProps) {
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    remember({ target: before });
    // Both stay, once for all dialogs: a dialog opened from another has to know what was before that.
    document.addEventListener('focusin', remember);
    document.addEventListener('focusout', forget);
  }, [before]);
  return (
    <Dialog.Content
      onEscapeKeyDown={notWhileComposing}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        if (isLeaving?.current === true) return;
        const place = before?.isConnected === true && before !== document.body ? before : outside;
        if (place instanceof HTMLElement) place.focus();
      }}
      {...rest}
    />
  );
}

/** The last element outside all dialogs that had the focus, unless it lost it to no other element. */
let outside: Element | undefined;

function remember({ target }: Pick<Event, 'target'>): void {
  if (!(target instanceof Element) || target === document.body) return;
  if (target.closest('[role="dialog"]') === null) outside = target;
}

function forget({ target, relatedTarget }: FocusEvent): void {
  if (target === outside && relatedTarget === null) outside = undefined;
}
