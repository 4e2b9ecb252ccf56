import { t } from '@lingui/core/macro';
import type { KeyboardEvent } from 'react';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { Button } from '../../ui/Button';
import { Stepper } from './Stepper';
import { StepView } from './StepView';
import { stepOf } from './steps';
import { useOffers, useSetUp } from './use-set-up';

interface SetUpProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
}

/** The set-up of a new person: helpdesk after helpdesk, to be left and resumed at any time. */
export function SetUp(props: SetUpProps) {
  const [state, change] = useSetUp();
  const offered = useOffers();
  const ways = offered.found?.ways;
  if (state === undefined || ways === undefined) {
    return offered.isUnanswered ? <Unanswered onAgain={offered.ask} /> : null;
  }
  const step = stepOf(state, ways);
  const leave = () => {
    if (state.chosen.length === 0) change((before) => ({ ...before, isSkipped: true }));
    leaveSetUp();
  };
  const leaveByEscape = (event: KeyboardEvent<HTMLDivElement>) => {
    // A dialog has its own use for the key; in a field with text, the first Escape only leaves the field.
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    const { target, currentTarget } = event;
    if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return;
    if (holdsText(target)) currentTarget.querySelector('h2')?.focus();
    else leave();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves from wherever in the set-up the focus is
    <div className="mx-auto flex w-full max-w-[720px] flex-col gap-6" onKeyDown={leaveByEscape}>
      <div className="flex items-center justify-between gap-3">
        <h1 className="font-semibold text-13 text-ink-soft">{t`Set up Deskside`}</h1>
        <Button className="-mr-2.5 border-transparent" title={t`Escape`} onClick={leave}>
          {state.chosen.length === 0 ? t`Skip for now` : t`Leave for now`}
        </Button>
      </div>
      <Stepper {...props} state={state} step={step} ways={ways} />
      <StepView
        {...props}
        state={state}
        change={change}
        step={step}
        ways={ways}
        offered={offered}
      />
    </div>
  );
}

/** Leads to the settings, which lead back. */
function leaveSetUp(): void {
  window.location.hash = 'helpdesks';
}

/** Whether something was typed there that would be lost. */
function holdsText(target: HTMLElement): boolean {
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio'].includes(target.type) &&
    target.value !== ''
  );
}

function Unanswered({ onAgain }: { onAgain(): void }) {
  return (
    <div
      role="alert"
      className="flex flex-col items-start gap-3 rounded-lg bg-bad-soft p-4 text-13"
    >
      <p>{t`Deskside isn’t responding. Nothing was changed.`}</p>
      <Button onClick={onAgain}>{t`Try again`}</Button>
    </div>
  );
}
