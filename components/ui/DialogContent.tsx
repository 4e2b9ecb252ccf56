import * as Dialog from 'radix-ui/dialog';
import type { ComponentProps, RefObject } from 'react';
import { useFocusReturnOfDialog } from '../hooks/use-focus-return';
import { notWhileComposing } from './not-while-composing';

interface DialogContentProps extends ComponentProps<typeof Dialog.Content> {
  /** True once something was chosen that moves the focus itself. */
  isLeaving?: RefObject<boolean>;
}

/**
 * The content of a dialog that no button of its own opens. The focus goes back to where it was
 * (`useFocusReturnOfDialog`). Escape that belongs to an input method closes nothing.
 */
export function DialogContent({ isLeaving, ...rest }: DialogContentProps) {
  const returnFocus = useFocusReturnOfDialog();
  return (
    <Dialog.Content
      onEscapeKeyDown={notWhileComposing}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        if (isLeaving?.current !== true) returnFocus();
      }}
      {...rest}
    />
  );
}
