import { t } from '@lingui/core/macro';
import { useEffect, useId, useRef } from 'react';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import type { ChosenHelpdesk } from '../../../lib/storage/set-up-progress';
import { formatList } from '../../../lib/text/format-list';
import { Button } from '../../ui/Button';
import { ConnectionFields } from '../connections/ConnectionFields';
import { AttemptProgress, OutcomePanel } from '../connections/OutcomePanel';
import { KeyPlace, KeyRights } from '../connections/PlatformGuide';
import type { AttemptOutcome, Report } from '../connections/test-or-save';
import { type ConnectionForm, useConnectionForm } from '../connections/use-connection-form';
import { hostsOf } from '../permissions';
import { FocusedAlert } from './FocusedAlert';
import { Prerequisites } from './Prerequisites';
import { StepFrame } from './StepFrame';
import type { Ways } from './steps';

interface ConnectStepProps {
  platform: PlatformDescriptor;
  helpdesk: ChosenHelpdesk;
  ways: Ways;
  /** The way that was chosen for all. */
  isThroughMembrane: boolean;
  connections: readonly Connection[];
  /** Stores answers once they lead to an address; a key is never among them. */
  onAnswers(answers: Pick<ChosenHelpdesk, 'fields' | 'isThroughMembrane'>): void;
  onConnected(report: Report): void;
  onLeaveOut(): void;
  onBack(): void;
}

/** Connects one helpdesk: what to enter, where to find it, the browser's permission, the test. */
export function ConnectStep(props: ConnectStepProps) {
  const { platform, helpdesk, ways, onAnswers } = props;
  const { label } = platform;
  const form = useConnectionForm({
    platform,
    prepared: helpdesk.fields,
    startsThroughMembrane: startsThroughMembrane(props),
    onSaved: props.onConnected,
  });
  const id = useId();
  const idOf = (name: string) => `${id}-${name}`;
  const { fields, isThroughMembrane, target } = form;
  const keep = useRef(onAnswers);
  keep.current = onAnswers;
  const leadsSomewhere = target !== undefined && form.outcome?.kind !== 'ok';
  useEffect(() => {
    if (leadsSomewhere) keep.current({ fields, isThroughMembrane });
  }, [leadsSomewhere, fields, isThroughMembrane]);
  const connect = () => {
    const wrong = form.run('options.save');
    if (wrong !== undefined) document.getElementById(idOf(wrong))?.focus();
  };
  const place = helpdesk.label ?? helpdesk.host;
  const hosts = formatList(hostsOf(target?.permissions ?? []));
  return (
    <StepFrame
      title={t`Connect ${label}`}
      text={place}
      onward={{
        label: form.busy === undefined ? t`Connect ${label}` : t`Connecting…`,
        isDisabled: !form.isReady,
        act: connect,
      }}
      onBack={props.onBack}
      others={
        <Button className="min-h-9 px-3.5 text-13" onClick={props.onLeaveOut}>{t`Not now`}</Button>
      }
      below={<Prerequisites form={form} connections={props.connections} />}
    >
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-[minmax(0,1fr)_minmax(0,16rem)]">
        <div className="flex min-w-0 flex-col gap-4">
          <ConnectionFields
            platform={platform}
            form={form}
            idOf={idOf}
            ways={ways}
            guide={
              !isThroughMembrane && (
                <div className="rounded-lg bg-sunken px-3.5 py-3 text-12 text-ink-soft">
                  <KeyPlace platform={platform} target={target} />
                </div>
              )
            }
          />
          {target !== undefined && (
            <p className="text-pretty text-12 text-ink-faint wrap-anywhere">
              {t`If the browser asks whether Deskside may reach ${hosts}, choose “Allow”.`}
            </p>
          )}
          <Outcome form={form} platformLabel={platform.label} />
        </div>
        {!isThroughMembrane && (
          <aside
            aria-label={t`Rights of the key for ${label}`}
            className="min-w-0 text-12 text-ink-soft"
          >
            <KeyRights platform={platform} />
          </aside>
        )}
      </div>
    </StepFrame>
  );
}

function startsThroughMembrane({ ways, helpdesk, isThroughMembrane }: ConnectStepProps): boolean {
  if (!ways.membrane) return false;
  return !ways.direct || (helpdesk.isThroughMembrane ?? isThroughMembrane);
}

/** What is under way, and what went wrong. */
function Outcome({ form, platformLabel }: { form: ConnectionForm; platformLabel: string }) {
  const { busy, isUnanswered } = form;
  const outcome: AttemptOutcome | undefined = isUnanswered ? { kind: 'unanswered' } : form.outcome;
  return (
    <>
      <div role="status" className="empty:hidden">
        {busy !== undefined && (
          <AttemptProgress
            text={t`Contacting ${platformLabel}… The browser may ask for permission first.`}
          />
        )}
      </div>
      {outcome !== undefined && outcome.kind !== 'ok' && (
        <FocusedAlert>
          <OutcomePanel outcome={outcome} platformLabel={platformLabel} />
        </FocusedAlert>
      )}
    </>
  );
}
