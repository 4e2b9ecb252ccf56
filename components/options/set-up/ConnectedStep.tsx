import { t } from '@lingui/core/macro';
import { lazy, Suspense } from 'react';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { ConnectionFacts, ConnectionHealth } from '../connections/ConnectionFacts';
import { SavedOutcome } from '../connections/SavedOutcome';
import type { Report } from '../connections/test-or-save';
import { useMissingPermissions } from '../permissions';
import { StepFrame } from './StepFrame';

const AccountConfirmation = lazy(async () => ({
  default: (await import('../membrane/AccountConfirmation')).AccountConfirmation,
}));

interface ConnectedStepProps {
  platform: PlatformDescriptor;
  connection: Connection;
  /** What was found just now; absent when the person came back later. */
  report: Report | undefined;
  /** The text of the button that continues. */
  onwardLabel: string;
  onNext(): void;
  onBack(): void;
}

/** A helpdesk that is connected: what was found there, and what is missing. */
export function ConnectedStep(props: ConnectedStepProps) {
  const { platform, connection, report, onwardLabel, onNext, onBack } = props;
  const { label } = platform;
  const missing = [...useMissingPermissions([connection])];
  return (
    <StepFrame
      title={t`${label} is connected`}
      onward={{ label: onwardLabel, act: onNext }}
      onBack={onBack}
    >
      <div className="flex flex-col gap-3 rounded-lg border border-good/60 bg-sunken p-4">
        {report === undefined ? (
          <>
            <ConnectionFacts connection={connection} />
            <ConnectionHealth
              connection={connection}
              platformLabel={platform.label}
              missing={missing}
            />
          </>
        ) : (
          <SavedOutcome platform={platform} connection={connection} report={report} />
        )}
        {connection.membrane?.proof === 'none' && (
          <Suspense>
            <AccountConfirmation connection={connection} platformLabel={platform.label} />
          </Suspense>
        )}
      </div>
    </StepFrame>
  );
}
