import { t } from '@lingui/core/macro';
import Check from 'lucide-react/icons/check';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import type { SetUpState } from '../../../lib/storage/set-up-progress';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { canChooseWay, type SetUpStep, type Ways } from './steps';

interface StepperProps {
  state: SetUpState;
  step: SetUpStep;
  ways: Ways;
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
}

interface Mark {
  id: string;
  label: string;
  platform?: PlatformDescriptor | undefined;
  isCurrent: boolean;
  isDone: boolean;
}

/** Where in the set-up the person is, and what is behind them. */
export function Stepper(props: StepperProps) {
  const marks = marksOf(props);
  const count = marks.length;
  const place = marks.findIndex(({ isCurrent }) => isCurrent) + 1;
  return (
    <nav aria-label={t`Set-up, step ${place} of ${count}`}>
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-2">
        {marks.map((mark, index) => (
          <li
            key={mark.id}
            aria-current={mark.isCurrent ? 'step' : undefined}
            className="flex items-center gap-1.5"
          >
            {index > 0 && <span aria-hidden className="h-px w-3 bg-line-strong sm:w-5" />}
            <StepMark mark={mark} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepMark({ mark: { label, platform, isCurrent, isDone } }: { mark: Mark }) {
  const look = isCurrent
    ? 'border-accent bg-accent-soft font-medium text-ink'
    : 'border-transparent text-ink-soft';
  return (
    <span
      className={`inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-12 ${look}`}
    >
      {platform !== undefined && <PlatformIcon platform={platform} size={14} />}
      {label}
      {isDone && (
        <>
          <Check size={13} aria-hidden className="text-good" />
          <span className="sr-only">{t`(done)`}</span>
        </>
      )}
    </span>
  );
}

function marksOf({ state, step, ways, platforms, connections }: StepperProps): Mark[] {
  const { chosen } = state;
  const isBeyond = (kinds: readonly SetUpStep['kind'][]) => kinds.includes(step.kind);
  const first: Mark[] = [
    {
      id: 'choose',
      label: t`Helpdesks`,
      isCurrent: step.kind === 'choose',
      isDone: isBeyond(['way', 'connect', 'done']),
    },
  ];
  if (canChooseWay(ways)) {
    first.push({
      id: 'way',
      label: t({ message: 'Access', context: 'how a connection is reached' }),
      isCurrent: step.kind === 'way',
      isDone: isBeyond(['connect', 'done']),
    });
  }
  const helpdesks = chosen.map((helpdesk): Mark => {
    const platform = platforms.find(({ name }) => name === helpdesk.platform);
    return {
      id: `helpdesk ${helpdesk.id}`,
      label: platform?.label ?? helpdesk.platform,
      platform,
      isCurrent: step.kind === 'connect' && step.helpdesk.id === helpdesk.id,
      isDone: connections.some(({ id }) => id === helpdesk.connectionId),
    };
  });
  const isDone = step.kind === 'done';
  return [
    ...first,
    ...helpdesks,
    {
      id: 'done',
      label: t({ message: 'Ready', context: 'last step of the set-up' }),
      isCurrent: isDone,
      isDone,
    },
  ];
}
