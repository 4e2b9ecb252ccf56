import { plural, t } from '@lingui/core/macro';
import { type FormEvent, useMemo, useState } from 'react';
import { parseDateInput } from '../../../lib/text/date-input';
import { formatNumber } from '../../../lib/text/format-number';
import { formatDate } from '../../../lib/text/format-time';
import { monthName } from '../../../lib/timeline/activity-words';
import { type JumpTarget, timelineMonths } from '../../../lib/timeline/jump-to-time';
import type { BuiltTimeline } from '../../../lib/timeline/timeline-builder';
import { Button } from '../../ui/Button';
import { DateInput } from '../../ui/DateInput';
import type { SourceView } from '../coverage/source-views';
import { LoadAllButton } from '../history/LoadAllButton';
import { useAnchor } from '../PanelContext';
import { useJumpToTime } from './use-jump-to-time';

interface JumpFormProps {
  timeline: BuiltTimeline;
  views: readonly SourceView[];
  onArrived(): void;
}

function missedWords({ at, fit }: JumpTarget): string {
  const nearest = formatDate(at);
  return fit === 'oldest'
    ? t`That is before the loaded history; the nearest is ${nearest}.`
    : t`Nothing loaded for that day; the nearest is ${nearest}.`;
}

/** A day to type and the months to choose from. Begins anew for each person: the card may stay open. */
export function JumpForm(props: JumpFormProps) {
  return <PersonsForm key={useAnchor()} {...props} />;
}

function PersonsForm({ timeline, views, onArrived }: JumpFormProps) {
  const [value, setValue] = useState('');
  const [target, setTarget] = useState<JumpTarget>();
  const jump = useJumpToTime(timeline.rows);
  const months = useMemo(() => timelineMonths(timeline.rows), [timeline.rows]);
  const go = (event: FormEvent) => {
    event.preventDefault();
    const day = parseDateInput(value);
    const reached = day && jump(day);
    setTarget(reached);
    if (reached?.fit === 'exact') onArrived();
  };
  return (
    <div className="flex flex-col gap-2.5">
      <form onSubmit={go} className="flex items-center gap-1.5">
        <DateInput label={t`Day`} value={value} onChange={setValue} />
        <Button type="submit" disabled={parseDateInput(value) === undefined}>{t`Go`}</Button>
      </form>
      {target !== undefined && target.fit !== 'exact' && (
        <div role="status" className="flex flex-col items-start gap-1.5 text-12">
          <p>{missedWords(target)}</p>
          <LoadAllButton views={views} />
        </div>
      )}
      <ul
        aria-label={t`Months`}
        className="-mx-1.5 flex max-h-[216px] flex-col overflow-y-auto border-line border-t pt-1.5"
      >
        {months.map((month) => (
          <li key={month.start}>
            <button
              type="button"
              onClick={() => {
                jump(month);
                onArrived();
              }}
              className="flex w-full items-center justify-between rounded-md px-1.5 py-0.5 text-left text-12 hover:bg-hover"
            >
              {monthName(month.start)}
              <span className="text-11 text-ink-faint tabular-nums">
                <span aria-hidden>{formatNumber(month.count)}</span>
                <span className="sr-only">
                  {plural(month.count, { one: '# item', other: '# items' })}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
