import { t } from '@lingui/core/macro';
import * as AlertDialog from 'radix-ui/alert-dialog';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { noAnswerWords } from '../../lib/messaging/no-answer';
import { useFocusPassedOn } from '../hooks/use-focus-passed-on';
import { Button } from './Button';
import { notWhileComposing } from './not-while-composing';

interface ConfirmDialogProps {
  title: string;
  /** What is removed and what stays. */
  text: string;
  /** What exactly it is about, below the text. */
  details?: ReactNode;
  /** True where nothing is removed. */
  isHarmless?: boolean;
  /** On the button that does it, and while it is being done. */
  action: { label: string; busy: string };
  /** Moves the focus after it was done, as the button that opened the dialog may be gone. */
  onDone?(): void;
  /** Rejects when it could not be done; the signal aborts when the dialog closes. */
  onConfirm(signal: AbortSignal): Promise<void>;
  /** The button that opens the dialog. */
  children: ReactNode;
}

/** Asks before something is done, stays open while it is, and says when it failed. */
export function ConfirmDialog({
  title,
  text,
  details,
  isHarmless = false,
  action,
  onDone,
  onConfirm,
  children,
}: ConfirmDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [progress, setProgress] = useState<'busy' | 'failed'>();
  const isDone = useRef(false);
  const going = useRef<AbortController>(undefined);
  const failure = useRef<unknown>(undefined);
  const opener = useRef<HTMLButtonElement>(null);
  const wasConfirmed = useRef(false);
  useFocusPassedOn(opener, wasConfirmed);
  const confirm = () => {
    const own = new AbortController();
    going.current = own;
    wasConfirmed.current = true;
    setProgress('busy');
    onConfirm(own.signal).then(
      () => {
        if (own.signal.aborted) return;
        isDone.current = onDone !== undefined;
        setIsOpen(false);
      },
      (error: unknown) => {
        failure.current = error;
        if (!own.signal.aborted) setProgress('failed');
      },
    );
  };
  const change = (open: boolean) => {
    if (!open) going.current?.abort();
    setIsOpen(open);
    setProgress(undefined);
  };
  useEffect(() => {
    // The address leads to another part of the page, where this question would stand above what is asked there.
    const close = () => setIsOpen(false);
    window.addEventListener('hashchange', close);
    return () => window.removeEventListener('hashchange', close);
  }, []);
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={change}>
      <AlertDialog.Trigger ref={opener} asChild>
        {children}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="appear fixed inset-0 z-10 bg-[rgb(0_0_0/45%)]" />
        <AlertDialog.Content
          onEscapeKeyDown={notWhileComposing}
          onCloseAutoFocus={(event) => {
            if (!isDone.current) return;
            isDone.current = false;
            event.preventDefault();
            onDone?.();
          }}
          className="appear fixed top-1/2 left-1/2 z-20 flex w-[400px] max-w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 flex-col gap-2 rounded-lg border border-line bg-raised p-5 shadow-pop focus:outline-none"
        >
          <AlertDialog.Title className="font-semibold text-15 wrap-anywhere">
            {title}
          </AlertDialog.Title>
          <AlertDialog.Description className="text-pretty text-13 text-ink-soft">
            {text}
          </AlertDialog.Description>
          {details}
          <p role="status" className="text-12 text-bad empty:hidden">
            {progress === 'failed' && noAnswerWords(failure.current)}
          </p>
          <div className="mt-2 flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button className="min-h-8 px-3">{t`Cancel`}</Button>
            </AlertDialog.Cancel>
            <Button
              variant="primary"
              className={`min-h-8 px-3 ${isHarmless ? '' : 'bg-bad! text-canvas!'}`}
              disabled={progress === 'busy'}
              onClick={confirm}
            >
              {progress === 'busy' ? action.busy : action.label}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
