import { plural, t } from '@lingui/core/macro';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import {
  type PeopleSearchWords,
  peopleSearchWords,
} from '../../../lib/coverage/people-search-words';
import { contactRef } from '../../../lib/model/ids';
import type { PeopleSearchRow } from '../../../lib/model/people-search';
import { formatList } from '../../../lib/text/format-list';
import { useNow } from '../../hooks/use-now';
import { usePlatformIndex } from '../platform-index';
import { useRecordNames } from './completion/use-record-names';

const icons: Readonly<
  Record<PeopleSearchWords['tone'], { Icon: typeof CircleCheck; style: string }>
> = {
  busy: { Icon: LoaderCircle, style: 'animate-spin text-accent' },
  done: { Icon: CircleCheck, style: 'text-good' },
  gap: { Icon: CircleDashed, style: 'text-warn' },
};

interface PeopleSearchCoverageProps {
  query: string;
  rows: readonly PeopleSearchRow[];
  /** Records that already belong to this person, and are not offered. */
  joined: ReadonlySet<string>;
}

/** What was searched, and what could not be searched and why. */
export function PeopleSearchCoverage({ query, rows, joined }: PeopleSearchCoverageProps) {
  const { platforms, connections } = usePlatformIndex();
  const { helpdeskOf } = useRecordNames([]);
  const now = useNow(60_000);
  const alike = rows
    .flatMap((row) => row.contacts)
    .filter((contact) => joined.has(contactRef(contact))).length;
  const unconnected = [...platforms.values()]
    .filter(({ name }) => ![...connections.values()].some(({ platform }) => platform === name))
    .map(({ label }) => label);
  const unsearched = formatList(unconnected);
  return (
    <ul
      aria-label={t`What was searched`}
      aria-live="polite"
      className="flex flex-col gap-1 border-line border-t pt-2 text-12 text-ink-soft"
    >
      {rows.length === 0 && <li>{t`Searching…`}</li>}
      {rows.map((row) => {
        const words = peopleSearchWords(row, helpdeskOf(row), now);
        const { Icon, style } = icons[words.tone];
        return (
          <li key={row.connectionId} className="flex gap-1.5">
            <Icon size={12} aria-hidden className={`mt-[2px] shrink-0 ${style}`} />
            <span className="min-w-0 wrap-anywhere">{words.sentence}</span>
          </li>
        );
      })}
      {isUnknownAddress(query, rows) && (
        <li>{t`No connected account can tell which person or conversation this address belongs to.`}</li>
      )}
      {alike > 0 && (
        <li className="text-ink-faint">
          {plural(alike, {
            one: '# of them is already linked to this person.',
            other: '# of them are already linked to this person.',
          })}
        </li>
      )}
      {unconnected.length > 0 && (
        <li className="text-ink-faint">{t`Not connected, so not searched: ${unsearched}.`}</li>
      )}
    </ul>
  );
}

/** A web address was pasted, and no person was found for it. */
function isUnknownAddress(query: string, rows: readonly PeopleSearchRow[]): boolean {
  const isDone = rows.length > 0 && rows.every(({ phase }) => phase === 'done');
  const isNobody = rows.every(({ contacts }) => contacts.length === 0);
  return /^https?:\/\//i.test(query.trim()) && isDone && isNobody;
}
