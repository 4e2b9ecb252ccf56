import { plural } from '@lingui/core/macro';

/** The most reasons that are listed; the count includes the others. */
const mostReasons = 50;

interface DroppedListProps {
  reasons: readonly string[];
  /** How many there are, where only the first reasons are stored. */
  count?: number;
}

/** What was left out of a source, each with the reason. */
export function DroppedList({ reasons, count = reasons.length }: DroppedListProps) {
  const hidden = count - Math.min(reasons.length, mostReasons);
  const shown = reasons.slice(0, mostReasons);
  return (
    <>
      <ul className="list-disc pl-5">
        {shown.map((reason, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries can have the same reason
          <li key={index} className="wrap-anywhere">
            {reason}
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <p className="pl-5 text-ink-faint">
          {plural(hidden, { one: '# more is not listed.', other: '# more are not listed.' })}
        </p>
      )}
    </>
  );
}
