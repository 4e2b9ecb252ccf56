import { AlertDialog } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { sendCommand } from '../../lib/messaging/send';
import { Button } from '../ui/Button';

/** Asks before all stored histories are deleted; `children` is the button that opens it. */
export function ForgetDialog({ children }: { children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const [progress, setProgress] = useState<'deleting' | 'failed'>();
  const forget = () => {
    setProgress('deleting');
    sendCommand('options.forget', {}).then(
      () => setIsOpen(false),
      () => setProgress('failed'),
    );
  };
  const change = (open: boolean) => {
    setIsOpen(open);
    setProgress(undefined);
  };
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={change}>
      <AlertDialog.Trigger asChild>{children}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="appear fixed inset-0 z-10 bg-[rgb(0_0_0/45%)]" />
        <AlertDialog.Content className="appear fixed top-1/2 left-1/2 z-20 flex w-[400px] max-w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 flex-col gap-2 rounded-lg border border-line bg-raised p-5 shadow-pop focus:outline-none">
          <AlertDialog.Title className="font-semibold text-15">
            Delete all stored histories?
          </AlertDialog.Title>
          <AlertDialog.Description className="text-pretty text-13 text-ink-soft">
            Histories are read again from the helpdesks when you next open a person. What was read
            off a helpdesk’s page, because its API has no history, is gone until that conversation
            is opened there again. Connections, links between contacts and the index of people stay.
          </AlertDialog.Description>
          <p role="status" className="text-12 text-bad empty:hidden">
            {progress === 'failed' &&
              'Deskside’s background part did not answer. Reload this page and try again.'}
          </p>
          <div className="mt-2 flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button className="h-8 px-3">Cancel</Button>
            </AlertDialog.Cancel>
            <Button
              look="primary"
              className="h-8 bg-bad! px-3 text-canvas!"
              disabled={progress === 'deleting'}
              onClick={forget}
            >
              {progress === 'deleting' ? 'Deleting…' : 'Delete'}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
