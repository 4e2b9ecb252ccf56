import type { Connection } from '../../lib/model/connection';
import type { PlatformDescriptor } from '../../lib/model/descriptor';
import { Button } from '../ui/Button';
import { ConnectionHealth } from './ConnectionHealth';
import { OutcomePanel } from './OutcomePanel';
import { Progress } from './Progress';
import { patternsOf } from './permissions';
import { RemoveDialog } from './RemoveDialog';
import { useConnectionTest } from './use-connection-test';

interface ConnectionRowProps {
  platform: PlatformDescriptor;
  connection: Connection;
  missingPatterns: ReadonlySet<string>;
  isEditing: boolean;
  onEdit(): void;
}

/** One connection: what it is, whether it works, and what can be done with it. */
export function ConnectionRow(props: ConnectionRowProps) {
  const { platform, connection, isEditing, onEdit } = props;
  const test = useConnectionTest(connection);
  const missing = patternsOf(connection).filter((pattern) => props.missingPatterns.has(pattern));
  const isOutdated = test.isRunning || (test.outcome?.kind === 'ok' && missing.length === 0);
  const { label } = connection;
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
        <h3 className="font-semibold text-13 wrap-anywhere">{label}</h3>
        <ConnectionFacts connection={connection} />
        {/* A test that has just succeeded knows better than the last call. */}
        {!isOutdated && (
          <ConnectionHealth
            connection={connection}
            platformLabel={platform.label}
            missing={missing}
          />
        )}
        <div role="status" aria-live="polite" className="empty:hidden">
          {test.isRunning && <Progress text={`Asking ${platform.label}…`} />}
          {test.outcome && <OutcomePanel outcome={test.outcome} platformLabel={platform.label} />}
        </div>
      </div>
      <div className="flex shrink-0 gap-1.5">
        <Button aria-label={`Test ${label}`} disabled={test.isRunning} onClick={test.run}>
          Test
        </Button>
        <Button
          aria-label={`Edit ${label}`}
          aria-expanded={isEditing}
          disabled={isEditing}
          onClick={onEdit}
        >
          Edit
        </Button>
        <RemoveDialog connection={connection} platformLabel={platform.label}>
          <Button aria-label={`Remove ${label}`}>Remove</Button>
        </RemoveDialog>
      </div>
    </div>
  );
}

function ConnectionFacts({ connection }: { connection: Connection }) {
  const { accountName, agentName, version, pageOrigin } = connection;
  const facts = [
    ['Account', accountName],
    ['Agent', agentName],
    ['Host', new URL(pageOrigin).host],
    ['Version', version],
  ] as const;
  return (
    <dl className="flex flex-wrap gap-x-4 text-12">
      {facts.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name} className="flex min-w-0 gap-1.5">
              <dt className="shrink-0 text-ink-faint">{name}</dt>
              <dd className="min-w-0 text-ink-soft wrap-anywhere">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
