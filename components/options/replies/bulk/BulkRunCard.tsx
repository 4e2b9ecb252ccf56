import { t } from '@lingui/core/macro';
import { useEffect, useId, useRef } from 'react';
import { type BulkRunRow, bulkProgress } from '../../../../lib/model/bulk-run';
import {
  bulkPlanWords,
  bulkResultWords,
  bulkSummary,
  bulkTitle,
} from '../../../../lib/replies/bulk-words';
import { madeAgainWords } from '../../../../lib/replies/lost-parts';
import { sourceLabel } from '../../../../lib/replies/source-words';
import { database } from '../../../../lib/storage/database';
import { formatNumber } from '../../../../lib/text/format-number';
import { formatClock } from '../../../../lib/text/format-time';
import { isFocusFree } from '../../../hooks/is-focus-free';
import { useFocusPassedOn } from '../../../hooks/use-focus-passed-on';
import { Button } from '../../../ui/Button';
import { CopyButton } from '../../../ui/CopyButton';
import { saveFile } from '../../../ui/save-file';
import type { ManagedLibrary } from '../use-managed-library';
import { BulkItems } from './BulkItems';
import { actOnBulk, type BulkAction } from './bulk-actions';

interface BulkRunCardProps {
  run: BulkRunRow;
  library: ManagedLibrary;
}

/** A change of many responses: what it would do, how far it is, and what came of it. */
export function BulkRunCard({ run, library }: BulkRunCardProps) {
  const id = useId();
  const title = bulkTitle(run, sourceLabel(run.target ?? '', library));
  const card = useRef<HTMLElement>(null);
  const wasPressed = useRef(false);
  useFocusPassedOn(card, wasPressed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: in each state there are other buttons
  useEffect(() => {
    // On the card: a key that is still held down must not press what took the button's place.
    if (wasPressed.current && isFocusFree()) card.current?.focus();
  }, [run.state]);
  const act = async (action: BulkAction) => {
    wasPressed.current = true;
    const problem = await actOnBulk(run.id, action);
    if (problem !== undefined) library.say(problem);
  };
  const isPlanned = run.state === 'planned';
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-labelledby={id}
      className="flex flex-col gap-2 rounded-lg border border-line-strong bg-sunken p-3 focus:outline-none"
    >
      <h3 id={id} className="font-semibold text-13">
        {isPlanned ? t`Preview: ${title}` : title}
      </h3>
      <p role="status" className="text-13">
        {isPlanned ? bulkPlanWords(run) : bulkResultWords(run)}
      </p>
      {run.state === 'running' && <Progress run={run} />}
      <p role="alert" className="text-12 text-warn wrap-anywhere empty:hidden">
        {run.message}
      </p>
      <p className="text-12 text-ink-faint empty:hidden">
        {madeAgainWords(deletedIn(run), library)}
      </p>
      <BulkItems run={run} />
      <Actions run={run} title={title} onAct={(action) => void act(action)} />
    </section>
  );
}

/** The sources in which it deletes; when it is taken back, what was there is created again. */
function deletedIn({ kind, sources, target }: BulkRunRow): string[] {
  if (kind === 'remove') return sources;
  return kind === 'move' ? sources.filter((source) => source !== target) : [];
}

/** How far a run is: “120 of 300”. */
function Progress({ run }: { run: BulkRunRow }) {
  const { done, total } = bulkProgress(run);
  const [count, all] = [formatNumber(done), formatNumber(total)];
  const time = formatClock(run.retryAt ?? 0);
  return (
    <div className="flex items-center gap-2 text-12">
      <progress aria-label={t`Progress`} value={done} max={total} className="accent-(--accent)" />
      <span>{run.phase === 'undo' ? t`${count} of ${all} undone` : t`${count} of ${all}`}</span>
      {run.retryAt !== undefined && (
        <span className="text-ink-faint">{t`continues at ${time}`}</span>
      )}
    </div>
  );
}

interface ActionsProps {
  run: BulkRunRow;
  title: string;
  onAct(action: BulkAction): void;
}

function Actions({ run, title, onAct }: ActionsProps) {
  const { state, phase, counts } = run;
  if (state === 'running') {
    return <Button className="self-start" onClick={() => onAct('stop')}>{t`Cancel`}</Button>;
  }
  if (state === 'planned') {
    return (
      <div className="flex gap-2">
        <Button
          variant="primary"
          disabled={counts.open === 0}
          onClick={() => onAct('start')}
        >{t`Confirm`}</Button>
        <Button onClick={() => onAct('discard')}>{t`Cancel`}</Button>
      </div>
    );
  }
  const { done, total } = bulkProgress(run);
  return (
    <div className="flex flex-wrap gap-2">
      {done < total && state === 'stopped' && (
        <Button variant="primary" onClick={() => onAct('go-on')}>{t`Continue`}</Button>
      )}
      {counts.done > 0 && (phase === 'do' || state === 'ended') && (
        <Button onClick={() => onAct('undo')}>{t`Undo everything`}</Button>
      )}
      <CopyButton label={t`Copy summary`} text={() => summaryOf(run, title)} />
      <Button onClick={() => void saveSummary(run, title)}>{t`Save summary`}</Button>
      <Button className="ml-auto" onClick={() => onAct('discard')}>{t`Close`}</Button>
    </div>
  );
}

async function summaryOf(run: BulkRunRow, title: string): Promise<string> {
  return bulkSummary(title, run, await database.bulkItems.where('run').equals(run.id).toArray());
}

async function saveSummary(run: BulkRunRow, title: string): Promise<void> {
  saveFile('summary.txt', 'text/plain', await summaryOf(run, title));
}
