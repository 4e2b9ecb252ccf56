import { t } from '@lingui/core/macro';
import * as Dialog from 'radix-ui/dialog';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useScrolledIntoView } from '../../hooks/use-scrolled-into-view';
import { DialogContent } from '../../ui/DialogContent';
import { SearchField } from '../../ui/SearchField';
import { Keys } from './Keys';
import { matchCommands } from './match-commands';
import { usePalette } from './palette-store';
import type { PanelCommand, PanelCommandGroup } from './panel-command';
import { usePanelCommands } from './use-panel-commands';

/** A longer list would not help somebody who goes on typing. */
const MOST_SHOWN = 40;

/** Everything that can be done here, found by typing: people, responses, commands. */
export function CommandPalette() {
  const close = usePalette((palette) => palette.close);
  const isLeaving = useRef(false);
  return (
    <Dialog.Root open onOpenChange={close}>
      <Dialog.Portal>
        <Dialog.Overlay className="appear fixed inset-0 z-10 bg-[rgb(0_0_0/45%)]" />
        <DialogContent
          aria-describedby={undefined}
          isLeaving={isLeaving}
          className="appear fixed inset-x-2 top-2 z-20 flex max-h-[min(480px,calc(100vh-16px))] flex-col gap-2 rounded-lg border border-line bg-raised p-2 shadow-pop focus:outline-none"
        >
          <Dialog.Title className="sr-only">{t`Commands`}</Dialog.Title>
          <Search
            onRun={(command) => {
              isLeaving.current = command.keepsFocus !== true;
              close();
              command.run();
            }}
          />
        </DialogContent>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Search({ onRun }: { onRun(command: PanelCommand): void }) {
  const listId = useId();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = matchCommands(usePanelCommands(), query).slice(0, MOST_SHOWN);
  // Groups are ordered by the best command in each.
  const groups = [...new Set(found.map(({ group }) => group))].map((group) => ({
    group,
    commands: found.filter((command) => command.group === group),
  }));
  const options = groups.flatMap(({ commands }) => commands);
  const index = Math.min(chosen, options.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const command = options[index];
    if (event.key === 'Enter' && command !== undefined) onRun(command);
    else if (event.key === 'ArrowDown') setChosen((index + 1) % options.length || 0);
    else if (event.key === 'ArrowUp') setChosen((index - 1 + options.length) % options.length || 0);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <SearchField
        role="combobox"
        label={t`Find a command, a person or a response`}
        placeholder={t`What would you like to do?`}
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={index >= 0 ? `${listId}-${index}` : undefined}
        value={query}
        onValue={(typed) => {
          setQuery(typed);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        className="h-8 shrink-0 grow-0 basis-8"
      />
      <p role="status" className="px-1.5 text-12 text-ink-soft empty:hidden">
        {options.length === 0 && t`Nothing fits. Try another word.`}
      </p>
      <div
        id={listId}
        role="listbox"
        aria-label={t`Commands`}
        className="min-h-0 flex-1 overflow-y-auto empty:hidden"
      >
        {groups.map(({ group, commands }) => (
          <Group key={group} group={group}>
            {commands.map((command) => {
              const place = options.indexOf(command);
              return (
                <Option
                  key={command.id}
                  id={`${listId}-${place}`}
                  command={command}
                  isChosen={place === index}
                  onRun={() => onRun(command)}
                />
              );
            })}
          </Group>
        ))}
      </div>
    </>
  );
}

/** What a group is called. */
function groupLabel(group: PanelCommandGroup): string {
  if (group === 'commands') return t`Commands`;
  return group === 'people' ? t`Recently seen` : t`Canned responses`;
}

function Group({ group, children }: { group: PanelCommandGroup; children: ReactNode }) {
  const label = groupLabel(group);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options in a list of them
    <div role="group" aria-label={label} className="pb-1">
      <div aria-hidden className="px-1.5 pb-0.5 text-11 text-ink-faint">
        {label}
      </div>
      {children}
    </div>
  );
}

interface OptionProps {
  id: string;
  command: PanelCommand;
  isChosen: boolean;
  onRun(): void;
}

function Option({ id, command, isChosen, onRun }: OptionProps) {
  const { title, detail, keys, Icon } = command;
  const option = useScrolledIntoView<HTMLDivElement>(isChosen);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field handles the keys
    <div
      id={id}
      ref={option}
      role="option"
      aria-selected={isChosen}
      onClick={onRun}
      className={`flex cursor-pointer items-center gap-2 rounded-md px-1.5 py-1 text-13 ${isChosen ? 'bg-accent-soft' : 'hover:bg-hover'}`}
    >
      <Icon size={14} aria-hidden className="shrink-0 text-ink-soft" />
      <bdi className="line-clamp-3 min-w-0 wrap-anywhere">{title}</bdi>
      {detail !== undefined && (
        <bdi title={detail} className="min-w-0 flex-1 truncate text-11 text-ink-soft">
          {detail}
        </bdi>
      )}
      {keys !== undefined && <Keys keys={keys} className="ml-auto" />}
    </div>
  );
}
