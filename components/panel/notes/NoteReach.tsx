import type { NoteScope } from '../../../lib/model/note';
import { type NoteAccount, reachWords, shortestLimit } from '../../../lib/notes/reach';

interface NoteReachProps {
  text: string;
  scope: NoteScope;
  targets: readonly NoteAccount[];
}

/** Who will see the note, and whether it is short enough for all of them. */
export function NoteReach({ text, scope, targets }: NoteReachProps) {
  const tightest = shortestLimit(scope, targets);
  const isLong = tightest !== undefined && text.length > tightest.limit;
  return (
    <div className="text-11 text-ink-faint">
      <p className="text-pretty">{reachWords(scope, targets)}</p>
      {tightest !== undefined && text !== '' && (
        <p className={`tabular-nums ${isLong ? 'font-medium text-bad' : ''}`}>
          {text.length.toLocaleString('en')} of {tightest.limit.toLocaleString('en')} characters,
          the most for {tightest.label}
        </p>
      )}
      {isLong && (
        <p role="alert" className="font-medium text-bad">
          {tightest.label} would not take it: {(text.length - tightest.limit).toLocaleString('en')}{' '}
          too many. Make it shorter, or choose where it goes.
        </p>
      )}
    </div>
  );
}
