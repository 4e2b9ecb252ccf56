import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CircleX from 'lucide-react/icons/circle-x';
import ShieldAlert from 'lucide-react/icons/shield-alert';
import { type ReactNode, useState } from 'react';
import { sendCommand } from '../../../lib/messaging/send';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { connectionPatterns, hostsOf, requestPermission } from '../permissions';
import { healthWords } from './connection-words';
import { AttemptProgress, OutcomePanel } from './OutcomePanel';
import { type AttemptOutcome, newDraftId, testOrSave } from './test-or-save';

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
  const missing = connectionPatterns(connection).filter((pattern) =>
    props.missingPatterns.has(pattern),
  );
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
          {test.isRunning && <AttemptProgress text={`Asking ${platform.label}…`} />}
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

const toneStyles = {
  good: { icon: CircleCheck, color: 'text-good' },
  bad: { icon: CircleX, color: 'text-bad' },
  neutral: { icon: CircleDashed, color: 'text-ink-faint' },
} as const;

interface ConnectionHealthProps {
  connection: Connection;
  platformLabel: string;
  /** Patterns of this connection that the browser does not grant. */
  missing: readonly string[];
}

/** Whether a connection works, and if not why and what to do. */
function ConnectionHealth({ connection, platformLabel, missing }: ConnectionHealthProps) {
  if (missing.length > 0) {
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-12 text-ink">
        <p className="flex min-w-0 gap-1.5">
          <ShieldAlert size={14} aria-hidden className="mt-px shrink-0 text-bad" />
          <span className="min-w-0 wrap-anywhere">
            Permission missing: the browser does not let Deskside reach{' '}
            {hostsOf(missing).join(' and ')}.
          </span>
        </p>
        <Button
          aria-label={`Allow again: ${connection.label}`}
          onClick={() => void requestPermission(missing)}
        >
          Allow again
        </Button>
      </div>
    );
  }
  const { text, tone } = healthWords(connection, platformLabel);
  const { icon: Icon, color } = toneStyles[tone];
  return (
    <p className="flex gap-1.5 text-12 text-ink-soft">
      <Icon size={14} aria-hidden className={`mt-px shrink-0 ${color}`} />
      <span className="min-w-0 text-pretty wrap-anywhere">{text}</span>
    </p>
  );
}

interface RemoveDialogProps {
  connection: Connection;
  platformLabel: string;
  /** The button that opens the dialog. */
  children: ReactNode;
}

/** Asks before a connection is removed, and says what goes with it. */
function RemoveDialog({ connection, platformLabel, children }: RemoveDialogProps) {
  return (
    <ConfirmDialog
      title={`Remove “${connection.label}”?`}
      text={`This removes everything Deskside stored from this account in this browser, the key included; nothing in ${platformLabel} itself changes.`}
      action={{ label: 'Remove', busy: 'Removing…' }}
      onConfirm={() => sendCommand('options.remove', { connectionId: connection.id })}
    >
      {children}
    </ConfirmDialog>
  );
}

interface ConnectionTest {
  isRunning: boolean;
  outcome: AttemptOutcome | undefined;
  /** From a click handler: the browser may have to ask for permission. */
  run(): void;
}

/** Tests a kept connection with its stored secrets. */
function useConnectionTest(connection: Connection): ConnectionTest {
  const [isRunning, setIsRunning] = useState(false);
  const [outcome, setOutcome] = useState<AttemptOutcome>();
  const run = () => {
    const { platform, fields, id } = connection;
    void testOrSave('options.test', {
      draft: { draftId: newDraftId(), platform, fields, connectionId: id },
      permissions: connectionPatterns(connection),
      secrets: {},
    }).then((result) => {
      setOutcome(result);
      setIsRunning(false);
    });
    setIsRunning(true);
    setOutcome(undefined);
  };
  return { isRunning, outcome, run };
}
