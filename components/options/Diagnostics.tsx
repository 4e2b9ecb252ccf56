import { useLiveQuery } from 'dexie-react-hooks';
import { browser } from 'wxt/browser';
import type { Connection } from '../../lib/model/connection';
import type { PlatformDescriptor } from '../../lib/model/descriptor';
import { database } from '../../lib/storage/database';
import { CopyButton } from './CopyButton';
import { DiagnosticsTable } from './DiagnosticsTable';
import { diagnosticsText, readStoredAmounts, type StoredAmounts } from './diagnostics';

interface DiagnosticsProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
  missingPatterns: ReadonlySet<string>;
}

const none: readonly StoredAmounts[] = [];

/** How much is stored of each connection, and a report of it to copy. */
export function Diagnostics({ platforms, connections, missingPatterns }: DiagnosticsProps) {
  const ids = connections.map((each) => each.id);
  const amounts = useLiveQuery(() => readStoredAmounts(database, ids), [ids.join('\n')]) ?? none;
  const text = () =>
    diagnosticsText(connections, amounts, {
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
