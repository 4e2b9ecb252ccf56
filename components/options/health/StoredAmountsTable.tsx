import { plural, t } from '@lingui/core/macro';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { formatNumber } from '../../../lib/text/format-number';
import { PlatformIcon } from '../../ui/PlatformIcon';
import type { StoredAmounts } from './diagnostics';

interface StoredAmountsTableProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
  amounts: readonly StoredAmounts[];
}

const columns = ['contacts', 'conversations', 'messages', 'dropped'] as const;

function columnLabel(column: (typeof columns)[number]): string {
  switch (column) {
    case 'contacts':
      return t`Contacts`;
    case 'conversations':
      return t`Conversations`;
    case 'messages':
      return t`Messages`;
    case 'dropped':
      return t`Left out`;
  }
}

/** One row per connection with how much is stored of it. */
export function StoredAmountsTable({ platforms, connections, amounts }: StoredAmountsTableProps) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section aria-label={t`Stored amounts`} tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-12">
        <thead>
          <tr className="border-line border-b text-ink-faint">
            <th scope="col" className="py-1.5 pr-4 text-left font-normal">{t`Connection`}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="py-1.5 pr-4 text-right font-normal">
                {columnLabel(column)}
              </th>
            ))}
            <th scope="col" className="py-1.5 text-left font-normal">{t`Directory`}</th>
          </tr>
        </thead>
        <tbody>
          {connections.map((connection) => (
            <Row
              key={connection.id}
              connection={connection}
              platform={platforms.find((each) => each.name === connection.platform)}
              stored={amounts.find((each) => each.connectionId === connection.id)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  connection: Connection;
  platform: PlatformDescriptor | undefined;
  stored: StoredAmounts | undefined;
}

function Row({ connection, platform, stored }: RowProps) {
  const platformLabel = platform?.label;
  return (
    <tr className="border-line border-b align-top last:border-b-0">
      <th scope="row" className="min-w-32 py-1.5 pr-4 text-left font-normal">
        <span className="flex gap-2">
          <PlatformIcon platform={platform} size={14} />
          {platformLabel !== undefined && <span className="sr-only">{t`${platformLabel}:`} </span>}
          <span className="min-w-0 text-ink wrap-anywhere">{connection.label}</span>
        </span>
      </th>
      {columns.map((column) => (
        <td key={column} className="py-1.5 pr-4 text-right text-ink-soft tabular-nums">
          {stored === undefined ? '…' : formatNumber(stored[column])}
        </td>
      ))}
      <td className="py-1.5 text-ink-soft">{stored && directoryWords(stored.directory)}</td>
    </tr>
  );
}

function directoryWords(directory: StoredAmounts['directory']): string {
  if (directory === undefined) return '–';
  const { indexed, reachedEnd } = directory;
  return reachedEnd
    ? plural(indexed, { one: '# person in all', other: '# people in all' })
    : plural(indexed, { one: '# person so far', other: '# people so far' });
}
