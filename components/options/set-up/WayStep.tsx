import { t } from '@lingui/core/macro';
import { lazy, Suspense, useId } from 'react';
import type { Connection } from '../../../lib/model/connection';
import { StepFrame } from './StepFrame';

const MembraneSection = lazy(async () => ({
  default: (await import('../membrane/MembraneSection')).MembraneSection,
}));

interface WayStepProps {
  connections: readonly Connection[];
  isThroughMembrane: boolean;
  onChoose(isThroughMembrane: boolean): void;
  onNext(): void;
  onBack(): void;
}

const ways = () => [
  {
    isThrough: false,
    title: t`Directly, with a key from each helpdesk`,
    facts: [
      t`You copy a key from each helpdesk and paste it here. Deskside shows you where it is.`,
      t`The keys stay in this browser and go only to the helpdesk they belong to.`,
      t`No one else sees what is read and written.`,
    ],
    fit: t`Best if you or a colleague can create a key.`,
  },
  {
    isThrough: true,
    title: t`Through Membrane, without keys here`,
    facts: [
      t`You paste one Membrane token (getmembrane.com) and connect each helpdesk on Membrane’s page.`,
      t`No helpdesk key is in this browser. Membrane keeps them.`,
      t`What is read and written passes through Membrane and may stay in its logs for a while.`,
    ],
    fit: t`Best if your company already uses Membrane.`,
  },
];

/** The two ways to the helpdesks, side by side; each helpdesk can still go the other one. */
export function WayStep({
  connections,
  isThroughMembrane,
  onChoose,
  onNext,
  onBack,
}: WayStepProps) {
  const name = useId();
  return (
    <StepFrame
      title={t`How should Deskside reach them?`}
      text={t`This can be changed for each helpdesk, now and later, without losing anything.`}
      onward={{ label: t`Continue`, act: onNext }}
      onBack={onBack}
      below={
        isThroughMembrane && (
          <Suspense>
            <MembraneSection connections={connections} />
          </Suspense>
        )
      }
    >
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="sr-only">
          {t({ message: 'Access', context: 'how a connection is reached' })}
        </legend>
        {ways().map(({ isThrough, title, facts, fit }) => (
          <label
            key={title}
            className="flex cursor-pointer flex-col gap-2.5 rounded-lg border border-line-strong bg-raised p-4 hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft"
          >
            <span className="flex items-start gap-2.5 font-semibold text-13">
              <input
                type="radio"
                name={name}
                checked={isThrough === isThroughMembrane}
                className="mt-[3px] size-3.5 shrink-0 accent-accent"
                onChange={() => onChoose(isThrough)}
              />
              {title}
            </span>
            <ul className="flex list-disc flex-col gap-1.5 pl-10 text-12 text-ink-soft marker:text-ink-faint">
              {facts.map((fact) => (
                <li key={fact} className="text-pretty">
                  {fact}
                </li>
              ))}
            </ul>
            <span className="pl-6 text-12 text-ink">{fit}</span>
          </label>
        ))}
      </fieldset>
    </StepFrame>
  );
}
