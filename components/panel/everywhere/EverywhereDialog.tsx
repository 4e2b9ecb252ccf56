import { plural, t } from '@lingui/core/macro';
import X from 'lucide-react/icons/x';
import * as Dialog from 'radix-ui/dialog';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { parseFullTextQuery, termPrefixes } from '../../../lib/full-text/match-query';
import { contactRef } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import { type HeldPeople, readHeldPeople } from '../../../lib/storage/held-people';
import { useChosenOption } from '../../hooks/use-chosen-option';
import { useLiveRead } from '../../hooks/use-live-read';
import { useNow } from '../../hooks/use-now';
import { Button } from '../../ui/Button';
import { DialogContent } from '../../ui/DialogContent';
import { IconButton } from '../../ui/IconButton';
import { SearchField } from '../../ui/SearchField';
import { usePanel } from '../PanelContext';
import { usePlatformIndex } from '../platform-index';
import { usePanelView } from '../view-store';
import { EverywhereFilters } from './EverywhereFilters';
import { useEverywhereStore } from './everywhere-store';
import { FindLink, FindOption } from './FindOption';
import { type FindGroup, groupFinds } from './find-groups';
import type { Find } from './held-search';
import { IndexNotices } from './IndexNotices';
import { openFind } from './open-find';
import { type EverywhereFinds, useEverywhereSearch } from './use-everywhere-search';

/** This many finds are shown at first, and this many more each time they are asked for. */
const STEP = 50;

const dayMs = 24 * 60 * 60_000;

/** One search over everything stored: messages, notes, responses, names and attributes of all people. */
export function EverywhereDialog() {
  const close = useEverywhereStore((store) => store.close);
  const field = useRef<HTMLInputElement>(null);
  const isLeaving = useRef(false);
  return (
    <Dialog.Root open onOpenChange={close}>
      <Dialog.Portal>
        <Dialog.Overlay className="appear fixed inset-0 z-10 bg-[rgb(0_0_0/45%)]" />
        <DialogContent
          aria-describedby={undefined}
          isLeaving={isLeaving}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            field.current?.focus();
            field.current?.select();
          }}
          className="appear fixed inset-2 z-20 flex flex-col gap-2 rounded-lg border border-line bg-raised p-3 shadow-pop focus:outline-none"
        >
          <div className="flex items-center justify-between">
            <Dialog.Title className="font-semibold text-13">{t`Search everything stored`}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton icon={X} label={t`Close`} />
            </Dialog.Close>
          </div>
          <Search field={field} onLeave={() => (isLeaving.current = true)} />
        </DialogContent>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface SearchProps {
  field: React.RefObject<HTMLInputElement | null>;
  /** The focus moves to something outside the dialog. */
  onLeave(): void;
}

function Search({ field, onLeave }: SearchProps) {
  const { windowId, snapshot } = usePanel();
  const { query: typed, change, close } = useEverywhereStore();
  const listId = useId();
  const now = useNow(60_000);
  const [wanted, setWanted] = useState(STEP);
  const query = useMemo(() => parseFullTextQuery(typed), [typed]);
  const people = useLiveRead(
    {
      tables: [database.sources, database.histories],
      read: () => readHeldPeople(database),
    },
    [],
  );
  const found = useEverywhereSearch(query, useFilter(), wanted);
  const groups = useMemo(
    () =>
      found === undefined ? [] : groupFinds(found.finds, found.contacts, people?.personOf ?? none),
    [found, people],
  );
  const options = groups.flatMap(({ finds }) => finds);
  const [index, choose] = useChosenOption(options.map(({ key }) => key));
  const laid = laidOut(groups, found?.contacts ?? noContacts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query starts at its first find
  useEffect(() => {
    choose(undefined);
    setWanted(STEP);
  }, [typed]);
  const current = found?.query === query ? found : undefined;
  const pick = (find: Find) => {
    close();
    if (find.contact !== undefined && found?.contacts.has(contactRef(find.contact)) !== true) {
      const words = t`This person’s record is no longer stored here, so it can’t be opened.`;
      return usePanelView.getState().say(words);
    }
    // Going to a person or a note does not move the focus.
    if (find.contact === undefined || find.message !== undefined) onLeave();
    openFind(find, { windowId, snapshot, query: typed });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const find = options[index];
    if (event.key === 'Enter' && find !== undefined && current !== undefined) pick(find);
    else if (event.key === 'ArrowDown') choose(Math.min(index + 1, options.length - 1));
    else if (event.key === 'ArrowUp') choose(Math.max(index - 1, 0));
    else return;
    event.preventDefault();
  };
  const isSearchable = termPrefixes(query).length > 0;
  return (
    <>
      <SearchField
        ref={field}
        role="combobox"
        label={t`Search everything stored`}
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-activedescendant={index >= 0 ? `${listId}-${index}` : undefined}
        placeholder={t`Words or parts of numbers: parcel 4711`}
        maxLength={10_000}
        value={typed}
        onValue={(value) => change({ query: value })}
        onKeyDown={onKeyDown}
        className="h-8 shrink-0 grow-0 basis-8"
      />
      <EverywhereFilters />
      <p role="status" className="text-11 text-ink-soft">
        {stateWords({
          ...{ typed, isSearchable, found: current },
          people: groups.filter(({ key }) => key !== '').length,
        })}
      </p>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="grid grid-cols-[minmax(0,1fr)_auto]">
          <div id={listId} role="listbox" aria-label={t`Found passages`} className="contents">
            {laid.map(({ key, title, row, finds }) => (
              // biome-ignore lint/a11y/useSemanticElements: a group of options in a list of them
              <div key={key} role="group" aria-label={title} className="contents">
                <div
                  aria-hidden
                  title={title}
                  style={{ gridRow: row }}
                  className="col-span-2 truncate px-1.5 font-medium text-13 not-first:pt-2"
                >
                  <bdi>{title}</bdi>
                </div>
                {finds.map((placed) => (
                  <FindOption
                    key={placed.find.key}
                    {...placed}
                    id={`${listId}-${placed.place}`}
                    query={found?.query ?? query}
                    isChosen={placed.place === index}
                    now={now}
                    onPick={() => pick(placed.find)}
                  />
                ))}
              </div>
            ))}
          </div>
          {laid.flatMap(({ finds }) =>
            finds.map((placed) => <FindLink key={placed.find.key} {...placed} />),
          )}
        </div>
        {found !== undefined && !found.isComplete && options.length >= wanted && (
          <Button
            className="mx-auto mt-2"
            onClick={() => setWanted(wanted + STEP)}
          >{t`Show older matches`}</Button>
        )}
      </div>
      <IndexNotices people={people} />
    </>
  );
}

const none: HeldPeople['personOf'] = new Map();

const noContacts: EverywhereFinds['contacts'] = new Map();

/** The grid row of each title and find, and the position of each find among all of them. */
function laidOut(groups: readonly FindGroup[], contacts: EverywhereFinds['contacts']) {
  let [row, place] = [0, -1];
  return groups.map(({ key, title, finds }) => {
    row += 1;
    const titleRow = row;
    const placed = finds.map((find) => {
      row += 1;
      place += 1;
      return { find, row, place, contact: find.contact && contacts.get(contactRef(find.contact)) };
    });
    return { key, title, row: titleRow, finds: placed };
  });
}

/** What the filters let through; the same object as long as they do not change. */
function useFilter() {
  const platforms = useEverywhereStore((store) => store.platforms);
  const days = useEverywhereStore((store) => store.days);
  const { connections } = usePlatformIndex();
  return useMemo(
    () => ({
      connections:
        platforms.length === 0
          ? undefined
          : new Set(
              [...connections.values()]
                .filter(({ platform }) => platforms.includes(platform))
                .map(({ id }) => id),
            ),
      from: days === 0 ? undefined : Date.now() - days * dayMs,
    }),
    [platforms, days, connections],
  );
}

interface Shown {
  typed: string;
  isSearchable: boolean;
  found: ReturnType<typeof useEverywhereSearch>;
  people: number;
}

function stateWords({ typed, isSearchable, found, people }: Shown): string {
  if (typed.trim() === '') {
    return t`Messages, notes, responses, names and attributes of everyone stored in this browser.`;
  }
  if (!isSearchable) return t`Type at least two letters or digits.`;
  if (found === undefined) return t`Searching…`;
  const count = found.finds.length;
  if (count === 0)
    return found.isComplete ? t`Nothing stored matches everything you typed.` : t`Searching…`;
  if (people === 0) {
    return found.isComplete
      ? plural(count, { one: '# passage', other: '# passages' })
      : plural(count, { one: '#+ passages', other: '#+ passages' });
  }
  return found.isComplete
    ? t`${plural(count, { one: '# passage', other: '# passages' })}, ${plural(people, { one: '# person', other: '# people' })}`
    : t`${plural(count, { one: '#+ passages', other: '#+ passages' })}, ${plural(people, { one: '# person', other: '# people' })}`;
}
