import { clampTime, formatAge } from '../../../lib/text/format-time';
import { useNow } from '../../hooks/use-now';

/**
 * How long ago, kept up to date while it is shown. `at` in epoch ms; a time that a colleague's clock puts in
 * the future counts as just now.
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
