import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import {
  type BackgroundFailure,
  readBackgroundFailures,
} from '../../../lib/storage/background-failures';
import { database } from '../../../lib/storage/database';
import { formatNumber } from '../../../lib/text/format-number';
import { useLiveRead } from '../../hooks/use-live-read';
import { CopyButton } from '../../ui/CopyButton';
import { PlatformIcon } from '../../ui/PlatformIcon';
import {
  diagnosticsText,
  readStoredAmounts,
  type StoredAmounts,
  storedAmountTables,
} from './diagnostics';

interface DiagnosticsSectionProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
  missingPatterns: ReadonlySet<string>;
}

const none: readonly StoredAmounts[] = [];

/** How much is stored of each connection, and a report of it to copy. */
export function DiagnosticsSection({
  platforms,
  connections,
  missingPatterns,
}: DiagnosticsSectionProps) {
  const ids = connections.map((each) => each.id);
  const amounts =
    useLiveRead(
      { tables: storedAmountTables(database), read: () => readStoredAmounts(database, ids) },
      [ids.join('\n')],
    ) ?? none;
  const [backgroundFailures, setFailures] = useState<readonly BackgroundFailure[]>([]);
  useEffect(() => void readBackgroundFailures().then(setFailures), []);
  const text = () =>
    diagnosticsText(connections, amounts, {
      backgroundFailures,
      version: browser.runtime.getManifest().version,
      userAgent: navigator.userAgent,
      missingPatterns,
      now: Date.now(),
    });
  return (
    <section aria-labelledby="diagnostics" className="mt-4 border-line-strong border-t pt-5">
      <div className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id="diagnostics" className="font-semibold text-15">
          Diagnostics
        </h2>
        <div className="ml-auto flex flex-row-reverse items-center gap-2">
          <CopyButton label="Copy diagnostics" text={text} />
        </div>
      </div>
      <p className="mb-3 max-w-[92ch] text-pretty text-12 text-ink-faint">
        What this browser holds of each account. The copy has these numbers and the state of each
        connection, but no names, addresses, phone numbers, messages or keys.
      </p>
      <DiagnosticsTable platforms={platforms} connections={connections} amounts={amounts} />
    </section>
  );
}

interface DiagnosticsTableProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
  amounts: readonly StoredAmounts[];
}

const columns = ['Contacts', 'Conversations', 'Messages', 'Dropped'] as const;

/** One row per connection with how much is stored of it. */
function DiagnosticsTable({ platforms, connections, amounts }: DiagnosticsTableProps) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section aria-label="Stored amounts" tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-12">
        <thead>
          <tr className="border-line border-b text-ink-faint">
            <th scope="col" className="py-1.5 pr-4 text-left font-normal">
              Connection
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="py-1.5 pr-4 text-right font-normal">
                {column}
              </th>
            ))}
            <th scope="col" className="py-1.5 text-left font-normal">
              Directory
            </th>
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
  const numbers = [
    stored?.contacts,
    stored?.conversations,
    stored?.messages,
    stored?.dropped,
  ] as const;
  return (
    <tr className="border-line border-b align-top last:border-b-0">
      <th scope="row" className="min-w-32 py-1.5 pr-4 text-left font-normal">
        <span className="flex gap-2">
          <PlatformIcon platform={platform} size={14} />
          <span className="sr-only">{platform?.label}: </span>
          <span className="min-w-0 text-ink wrap-anywhere">{connection.label}</span>
        </span>
      </th>
      {numbers.map((value, index) => (
        <td key={columns[index]} className="py-1.5 pr-4 text-right text-ink-soft tabular-nums">
          {value === undefined ? '…' : formatNumber(value)}
        </td>
      ))}
      <td className="py-1.5 text-ink-soft">{stored && directoryWords(stored.directory)}</td>
    </tr>
  );
}

function directoryWords(directory: StoredAmounts['directory']): string {
  if (directory === undefined) return '–';
  const people = directory.indexed === 1 ? '1 person' : `${formatNumber(directory.indexed)} people`;
  return directory.reachedEnd ? `All ${people}` : `${people} so far`;
}
