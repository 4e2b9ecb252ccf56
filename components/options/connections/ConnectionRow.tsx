import { t } from '@lingui/core/macro';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { optionsCommands } from '../../../lib/messaging/options-commands';
import { send } from '../../../lib/messaging/send';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { matchPatternsOf } from '../../../lib/model/match-patterns';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ConnectionFacts, ConnectionHealth } from './ConnectionFacts';
import { AttemptProgress, OutcomePanel } from './OutcomePanel';
import { type AttemptOutcome, newDraftId, testOrSave } from './test-or-save';
import { useTestOutcome } from './use-test-outcome';

const AccountConfirmation = lazy(async () => ({
  default: (await import('../membrane/AccountConfirmation')).AccountConfirmation,
}));

interface ConnectionRowProps {
  platform: PlatformDescriptor;
  connection: Connection;
  missingPatterns: ReadonlySet<string>;
  isEditing: boolean;
  /** The form of this connection, or another one of its platform, is open. */
  isFormOpen: boolean;
  onEdit(): void;
}

/** One connection: what it is, whether it works, and what can be done with it. */
export function ConnectionRow(props: ConnectionRowProps) {
  const { platform, connection, isEditing, isFormOpen, onEdit } = props;
  const test = useConnectionTest(connection);
  const missing = matchPatternsOf(connection).filter((pattern) =>
    props.missingPatterns.has(pattern),
  );
  const isOutdated = test.isRunning || (test.outcome?.kind === 'ok' && missing.length === 0);
  const { label } = connection;
  const platformLabel = platform.label;
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
          {test.isRunning && <AttemptProgress text={t`Contacting ${platformLabel}…`} />}
          {test.outcome && <OutcomePanel outcome={test.outcome} platformLabel={platform.label} />}
        </div>
        {connection.membrane?.proof === 'none' && (
          <Suspense>
            <AccountConfirmation connection={connection} platformLabel={platform.label} />
          </Suspense>
        )}
      </div>
      <div className="flex flex-wrap gap-1.5">
        <Button
          aria-label={t`Test ${label}`}
          disabled={test.isRunning}
          onClick={test.run}
        >{t`Test`}</Button>
        <Button
          aria-label={t`Edit ${label}`}
          aria-expanded={isEditing}
          disabled={isFormOpen}
          onClick={onEdit}
        >{t`Edit`}</Button>
        <RemoveDialog connection={connection} platformLabel={platform.label}>
          <Button aria-label={t`Remove ${label}`}>{t`Remove`}</Button>
        </RemoveDialog>
      </div>
    </div>
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
  const { label } = connection;
  return (
    <ConfirmDialog
      title={t`Remove “${label}”?`}
      text={
        connection.transport === 'direct'
          ? t`This removes everything Deskside has stored from this account in this browser, including the key. Nothing changes in ${platformLabel} itself.`
          : t`This removes everything Deskside has stored from this account in this browser. Nothing changes in ${platformLabel} itself.`
      }
      action={{ label: t`Remove`, busy: t`Removing…` }}
      onConfirm={() => send(optionsCommands, 'options.remove', { connectionId: connection.id })}
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

/** Tests a saved connection with its stored secrets. */
function useConnectionTest(connection: Connection): ConnectionTest {
  const [isRunning, setIsRunning] = useState(false);
  const [outcome, setOutcome] = useTestOutcome(connection);
  const run = () => {
    const { platform, fields, id, membrane } = connection;
    void testOrSave('options.test', {
      draft: { draftId: newDraftId(), platform, fields, connectionId: id, membrane },
      permissions: matchPatternsOf(connection),
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
