import { t } from '@lingui/core/macro';

/** How a telephone call went, as far as a platform says. */
export interface CallOutcome {
  /** In words, e.g. "Not answered"; absent where nothing is known, or where it was answered. */
  state?: string | undefined;
  /** Who answered it, or made it. */
  colleague?: string | undefined;
  /** How long they talked. */
  seconds?: number | undefined;
}

/** The state of a call that nobody answered. */
export function notAnsweredWords(): string {
  return t({ message: 'Not answered', context: 'telephone call' });
}

/**
 * A call as text, below what the platform says of it itself: "Call · Not answered", "Call · Answered by
 * Nia · 3 min 20 s".
 */
export function callText(written: string, outcome: CallOutcome): string {
  const facts = outcomeWords(outcome);
  if (written.trim() === '') return [t`Call`, ...facts].join(' · ');
  return facts.length === 0 ? written : `${written}\n${facts.join(' · ')}`;
}

function outcomeWords({ state, colleague, seconds }: CallOutcome): string[] {
  return [
    state,
    colleague === undefined ? undefined : t`Answered by ${colleague}`,
    seconds === undefined ? undefined : durationWords(seconds),
  ].filter((part) => part !== undefined);
}

function durationWords(span: number): string {
  const whole = Math.round(span);
  const minutes = Math.floor(whole / 60);
  const seconds = whole % 60;
  return minutes === 0 ? t`${seconds} s` : t`${minutes} min ${seconds} s`;
}
