import { t } from '@lingui/core/macro';
import type { BulkRunRow } from '../../../../lib/model/bulk-run';
import type { ManagedLibrary } from '../use-managed-library';
import { BulkRunCard } from './BulkRunCard';

interface BulkRunListProps {
  runs: readonly BulkRunRow[];
  library: ManagedLibrary;
}

/** What is planned or under way, or else what was done last, and below it what was done before. */
export function BulkRunList({ runs, library }: BulkRunListProps) {
  const [first, ...others] = runs;
  if (first === undefined) return null;
  return (
    <div className="flex flex-col gap-2">
      <BulkRunCard key={first.id} run={first} library={library} />
      {others.length > 0 && (
        <details>
          <summary className="w-fit text-12 text-ink-soft">{t`Earlier bulk changes`}</summary>
          <div className="mt-2 flex flex-col gap-2">
            {others.map((run) => (
              <BulkRunCard key={run.id} run={run} library={library} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}
