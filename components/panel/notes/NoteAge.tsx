import { clampTime, formatAge } from '../../../lib/text/format-time';
import { useNow } from '../../hooks/use-now';

/**
 * How long ago, renewed while it is looked at. `at` in epoch ms; what a colleague's clock puts in the
 * future was written just now.
 */
export function NoteAge({ at }: { at: number }) {
  const now = useNow(60_000);
  const shown = clampTime(at);
  return (
    <time dateTime={new Date(shown).toISOString()} className="tabular-nums">
      {formatAge(Math.min(shown, now), now)}
    </time>
  );
}
