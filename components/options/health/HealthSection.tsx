import { t } from '@lingui/core/macro';
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import {
  type BackgroundFailure,
  readBackgroundFailures,
} from '../../../lib/storage/background-failures';
import { type CardFigures, cardTables, readCardFigures } from '../../../lib/storage/card-queries';
import { database } from '../../../lib/storage/database';
import { useLiveRead } from '../../hooks/use-live-read';
import { CopyButton } from '../../ui/CopyButton';
import { ConnectionState } from './ConnectionState';
import {
  diagnosticsText,
  readStoredAmounts,
  type StoredAmounts,
  storedAmountTables,
} from './diagnostics';
import { StoredAmountsTable } from './StoredAmountsTable';
import { useHealthFacts } from './use-health-facts';

interface HealthSectionProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
  missingPatterns: ReadonlySet<string>;
}

const none: readonly StoredAmounts[] = [];
const noCards: readonly CardFigures[] = [];

/** How each connection is doing and how to repair it, how much is stored of it, and a report to copy. */
export function HealthSection({ platforms, connections, missingPatterns }: HealthSectionProps) {
  const ids = connections.map((each) => each.id);
  const amounts =
    useLiveRead(
      { tables: storedAmountTables(database), read: () => readStoredAmounts(database, ids) },
      [ids.join('\n')],
    ) ?? none;
  const dataCards =
    useLiveRead({ tables: cardTables(database), read: () => readCardFigures(database) }, []) ??
    noCards;
  const health = useHealthFacts({ platforms, connections, missingPatterns });
  const [backgroundFailures, setFailures] = useState<readonly BackgroundFailure[]>([]);
  useEffect(() => void readBackgroundFailures().then(setFailures), []);
  const text = () =>
    diagnosticsText(health, amounts, {
      backgroundFailures,
      dataCards,
      version: browser.runtime.getManifest().version,
      userAgent: navigator.userAgent,
      now: Date.now(),
    });
  return (
    <section aria-labelledby="health-title" className="mt-4 border-line-strong border-t pt-5">
      <div className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id="health-title" className="font-semibold text-15">{t`Health`}</h2>
        <div className="ml-auto flex flex-row-reverse items-center gap-2">
          <CopyButton label={t`Copy diagnostics`} text={text} />
        </div>
      </div>
      <p className="mb-3 max-w-[92ch] text-pretty text-12 text-ink-faint">{t`How each account is doing, and what this browser has stored from it. The copy contains these states and numbers, but no names, addresses, phone numbers, messages or keys.`}</p>
      <ul aria-label={t`Health of the connections`} className="mb-4 flex flex-col gap-4">
        {health.map((facts) => (
          <ConnectionState key={facts.connection.id} facts={facts} />
        ))}
      </ul>
      <StoredAmountsTable platforms={platforms} connections={connections} amounts={amounts} />
    </section>
  );
}
