import { t } from '@lingui/core/macro';
import X from 'lucide-react/icons/x';
import * as Dialog from 'radix-ui/dialog';
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { DialogContent } from '../../ui/DialogContent';
import { IconButton } from '../../ui/IconButton';
import { Keys } from './Keys';
import { usePalette } from './palette-store';

/** All keys of the panel, by where they work. */
export function ShortcutSheet() {
  const close = usePalette((palette) => palette.close);
  const command = useReplyShortcut();
  return (
    <Dialog.Root open onOpenChange={close}>
      <Dialog.Portal>
        <Dialog.Overlay className="appear fixed inset-0 z-10 bg-[rgb(0_0_0/45%)]" />
        <DialogContent
          aria-describedby={undefined}
          className="appear fixed inset-x-2 top-2 z-20 flex max-h-[calc(100vh-16px)] flex-col gap-2 rounded-lg border border-line bg-raised p-3 shadow-pop focus:outline-none"
        >
          <div className="flex items-center justify-between">
            <Dialog.Title className="font-semibold text-13">{t`Keyboard shortcuts`}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton icon={X} label={t`Close`} />
            </Dialog.Close>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area has to be reachable by keyboard */}
          <div tabIndex={0} className="flex min-h-0 flex-col gap-3 overflow-y-auto rounded-sm">
            {shortcuts(command).map(({ place, rows }) => (
              <section key={place}>
                <h3 className="pb-0.5 text-11 text-ink-faint">{place}</h3>
                <dl>
                  {rows.map(([what, ...ways]) => (
                    <div key={what} className="flex items-baseline gap-3 py-0.5 text-12">
                      <dt className="min-w-0 flex-1">{what}</dt>
                      {ways.map((keys) => (
                        <dd key={keys}>
                          <Keys keys={keys} />
                        </dd>
                      ))}
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        </DialogContent>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface ShortcutPlace {
  place: string;
  /** What the keys do, and the keys themselves. */
  rows: readonly (readonly [what: string, ...ways: string[]])[];
}

/**
 * The keys by where they work; `command`: the browser's own keys for canned responses, as the browser writes
 * them.
 */
function shortcuts(command: string): ShortcutPlace[] {
  return [
    {
      place: t`In the panel`,
      rows: [
        [t`All commands and responses, and people seen recently`, 'Ctrl+K'],
        [t`Find a canned response`, '/'],
        [t`Search the timeline`, 'Ctrl+F'],
        [t`Search everything stored`, 'Ctrl+Shift+F'],
        [t`New note`, 'N'],
        [t`Show or hide what stands above the messages`, 'I'],
        [t`These shortcuts`, '?'],
        [t`Back, or close`, 'Esc'],
      ],
    },
    {
      place: t`In the search for responses`,
      rows: [
        [t`Choose`, '↑', '↓'],
        [t`Insert into the helpdesk’s composer`, 'Enter'],
        [t`Edit before inserting`, 'Ctrl+Enter'],
      ],
    },
    {
      place: t`In a note`,
      rows: [
        [t`Save`, 'Ctrl+Enter'],
        [t`Pin to the top of the panel, or unpin`, 'Ctrl+Shift+P'],
        [t`Bold`, 'Ctrl+B'],
        [t`Italic`, 'Ctrl+I'],
        [t`Link`, 'Ctrl+K'],
      ],
    },
    {
      place: t`In the timeline`,
      rows: [
        [t`Newest and oldest that is loaded`, 'Home', 'End'],
        [t`Next and previous match`, 'Enter', 'Shift+Enter'],
        [t`Another month, in the chart`, '←', '→'],
      ],
    },
    ...(command === ''
      ? []
      : [
          {
            // In Firefox the sidebar gets no keyboard focus: the search opens above a helpdesk's page there.
            place: import.meta.env.FIREFOX ? t`In a helpdesk’s tab` : t`Anywhere in the browser`,
            rows: [[t`Find a canned response`, command]] as const,
          },
        ]),
  ];
}

/** The browser's keys for canned responses, which the user may have changed; empty for none. */
function useReplyShortcut(): string {
  const [shortcut, setShortcut] = useState('');
  useEffect(() => {
    void browser.commands.getAll().then(([first]) => setShortcut(first?.shortcut ?? ''));
  }, []);
  return shortcut;
}
