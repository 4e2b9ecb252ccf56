import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';

/** Attributes that tie an input to the text below it. */
export interface InputTies {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
  'aria-required': boolean;
}

interface FieldFrameProps {
  id: string;
  label: string;
  isRequired: boolean;
  help?: string | undefined;
  /** Shown instead of the help while there is one. */
  problem?: string | undefined;
  children(ties: InputTies): ReactNode;
}

/** How every input looks. */
export const inputStyle =
  'h-8 w-full min-w-0 rounded-md border border-ink-faint/80 bg-canvas px-2.5 text-13 text-ink placeholder:text-ink-faint aria-invalid:border-bad';

/** An input with its label, and below it what helps or what is wrong. */
export function FieldFrame({ id, label, isRequired, help, problem, children }: FieldFrameProps) {
  const words = problem ?? help;
  const wordsId = `${id}-words`;
  return (
    <div className="flex flex-col gap-1">
      {/* The marks are outside the label, so that the input's name is the label alone. */}
      <div className="flex flex-wrap gap-x-1 text-12">
        <label htmlFor={id} className="font-medium text-ink">
          {label}
        </label>
        <span aria-hidden className={isRequired ? 'text-bad' : 'text-ink-faint'}>
          {isRequired ? '*' : t`(optional)`}
        </span>
      </div>
      {children({
        id,
        'aria-describedby': words === undefined ? undefined : wordsId,
        'aria-invalid': problem !== undefined,
        'aria-required': isRequired,
      })}
      {words !== undefined && (
        <p
          id={wordsId}
          className={`text-pretty text-12 ${problem === undefined ? 'text-ink-faint' : 'text-bad'}`}
        >
          {words}
        </p>
      )}
    </div>
  );
}
