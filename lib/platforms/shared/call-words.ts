/** How a telephone call went, as far as a platform says. */
export interface CallOutcome {
  /** In words, e.g. "not answered"; absent where nothing is known, or where it was answered. */
  state?: string | undefined;
  /** Who answered it, or made it. */
  colleague?: string | undefined;
  /** How long they talked. */
  seconds?: number | undefined;
}

/**
 * A call as text, below what the platform says of it itself: "Call, not answered", "Call, answered by
 * Nia, 3 min 20 s".
 */
export function callText(written: string, outcome: CallOutcome): string {
  const words = outcomeWords(outcome);
  if (written.trim() === '') return ['Call', ...words].join(', ');
  const said = words.join(', ');
  return said === '' ? written : `${written}\n${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

function outcomeWords({ state, colleague, seconds }: CallOutcome): string[] {
  return [
    state,
    colleague === undefined ? undefined : `answered by ${colleague}`,
    seconds === undefined ? undefined : durationWords(seconds),
  ].filter((part) => part !== undefined);
}

function durationWords(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes === 0 ? `${whole} s` : `${minutes} min ${whole % 60} s`;
}
