import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import type { SetUpState } from '../../../lib/storage/set-up-progress';
import type { Report } from '../connections/test-or-save';
import { ChooseStep } from './ChooseStep';
import { ConnectedStep } from './ConnectedStep';
import { ConnectStep } from './ConnectStep';
import { DoneStep } from './DoneStep';
import { changeHelpdesk, choose, goBack, goOn, type SetUpStep, type Ways } from './steps';
import type { OfferedHelpdesks } from './use-set-up';
import { WayStep } from './WayStep';

interface StepViewProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
  state: SetUpState;
  change(changed: (before: SetUpState) => SetUpState): void;
  step: SetUpStep;
  ways: Ways;
  offered: OfferedHelpdesks;
}

/** The step that is shown, and what each of its buttons changes. */
export function StepView({
  state,
  change,
  step,
  ways,
  offered,
  platforms,
  connections,
}: StepViewProps) {
  const [report, setReport] = useState<Report>();
  // What is shown may differ from what was stored: a way may have been forbidden since.
  const shown = (before: SetUpState): SetUpState => ({
    ...before,
    stage: step.kind,
    current: step.kind === 'connect' ? step.helpdesk.id : before.current,
  });
  const back = () => change((before) => goBack(shown(before), ways));
  const next = () => change((before) => goOn(shown(before)));
  switch (step.kind) {
    case 'choose':
      return (
        <ChooseStep
          platforms={platforms}
          connections={connections}
          state={state}
          offered={offered}
          onChoose={(offers, ids) =>
            change((before) =>
              ids.size === 0
                ? { ...before, chosen: [], stage: 'done' }
                : choose(before, offers, ids, ways),
            )
          }
        />
      );
    case 'way':
      return (
        <WayStep
          connections={connections}
          isThroughMembrane={state.isThroughMembrane}
          onChoose={(isThroughMembrane) => change((before) => ({ ...before, isThroughMembrane }))}
          onNext={next}
          onBack={back}
        />
      );
    case 'connect': {
      const { helpdesk, next: following } = step;
      const platform = platforms.find(({ name }) => name === helpdesk.platform);
      const connection = connections.find(({ id }) => id === helpdesk.connectionId);
      if (platform === undefined) return null;
      const followingLabel =
        platforms.find(({ name }) => name === following?.platform)?.label ?? '';
      if (connection !== undefined) {
        return (
          <ConnectedStep
            key={`${helpdesk.id} connected`}
            platform={platform}
            connection={connection}
            report={report?.connectionId === connection.id ? report : undefined}
            onwardLabel={following === undefined ? t`Finish` : t`Next: ${followingLabel}`}
            onNext={next}
            onBack={back}
          />
        );
      }
      return (
        <ConnectStep
          key={helpdesk.id}
          platform={platform}
          helpdesk={helpdesk}
          ways={ways}
          isThroughMembrane={state.isThroughMembrane}
          connections={connections}
          onAnswers={(answers) => change((before) => changeHelpdesk(before, helpdesk.id, answers))}
          onConnected={(saved) => {
            setReport(saved);
            const { connectionId } = saved;
            change((before) => changeHelpdesk(before, helpdesk.id, { connectionId }));
          }}
          onLeaveOut={next}
          onBack={back}
        />
      );
    }
    case 'done': {
      const ids = new Set(connections.map(({ id }) => id));
      return (
        <DoneStep
          platforms={platforms}
          connections={connections}
          left={state.chosen.filter(({ connectionId }) => !ids.has(connectionId ?? ''))}
          onConnect={(current) => change((before) => ({ ...before, stage: 'connect', current }))}
          onMore={() => change((before) => ({ ...before, stage: 'choose' }))}
          onBack={back}
        />
      );
    }
  }
}
