import { ageWords, showableTime } from '../../../lib/timeline/time-words';
import { useNow } from '../use-now';

/**
 * How long ago, renewed while it is looked at. `at` in epoch ms; what a colleague's clock puts in the
 * future was written just now.
 */
export function NoteAge({ at }: { at: number }) {
  const now = useNow(60_000);
  const shown = showableTime(at);
  return (
    <time dateTime={new Date(shown).toISOString()} className="tabular-nums">
      {ageWords(Math.min(shown, now), now)}
    </time>
  );
}
