import { plural, t } from '@lingui/core/macro';
import { fullTextCommands } from '../../../lib/messaging/full-text-commands';
import type { IndexStateRow } from '../../../lib/model/full-text';
import { database } from '../../../lib/storage/database';
import type { HeldPeople } from '../../../lib/storage/held-people';
import { useLiveRead } from '../../hooks/use-live-read';
import { Button } from '../../ui/Button';
import { sendFromPanel } from '../send-from-panel';

/** Changes to fewer people than this are in the index before anybody could read that they are not. */
const FEW = 25;

/** What the search cannot find right now, and why. */
export function IndexNotices({ people }: { people: HeldPeople | undefined }) {
  const index = useLiveRead(
    {
      tables: [database.indexState, database.indexMarks],
      read: async () => ({
        state: await database.indexState.get('index'),
        left: await database.indexMarks.count(),
      }),
    },
    [],
  );
  const isBuilding = index !== undefined && isBeingBuilt(index.state, index.left);
  return (
    <div className="flex flex-col gap-1 text-11 text-ink-soft empty:hidden">
      {index?.state?.problem === 'storage-full' ? (
        <div role="status" className="flex items-center gap-2 text-warn">
          <span className="min-w-0 flex-1">{t`The browser has no storage left for the index, so not everything can be found. Free some disk space.`}</span>
          <Button
            onClick={() => sendFromPanel(fullTextCommands, 'index.go-on', {})}
          >{t`Try again`}</Button>
        </div>
      ) : (
        isBuilding && <BuildProgress state={index.state} left={index.left} />
      )}
      {people !== undefined && people.partial > 0 && (
        <p>
          {plural(people.partial, {
            one: '# person is stored only in part: what is missing can’t be found.',
            other: '# people are stored only in part: what is missing can’t be found.',
          })}
        </p>
      )}
      {people?.isLocked === true && (
        <p>{t`The keys are locked, so nothing newer is loaded until you unlock them in the settings. What is stored is still searched.`}</p>
      )}
    </div>
  );
}

function isBeingBuilt(state: IndexStateRow | undefined, left: number): boolean {
  return state === undefined || state.seeding !== undefined || left > FEW;
}

function BuildProgress({ state, left }: { state: IndexStateRow | undefined; left: number }) {
  const total = Math.max(state?.total ?? 0, left);
  const isCounted = state !== undefined && state.seeding === undefined && total > 0;
  const done = isCounted ? Math.floor((100 * (total - left)) / total) : 0;
  return (
    // Told when it begins, not at each percent.
    <div role="status" aria-relevant="additions" className="flex items-center gap-2">
      <span className="min-w-0 flex-1">
        {isCounted
          ? t`The index is being built: ${done}%, ${plural(left, { one: '# person', other: '# people' })} to go. What is not in it yet can’t be found.`
          : t`The index is being built. What is not in it yet can’t be found.`}
      </span>
      <progress
        aria-label={t`Building the index`}
        max={100}
        {...(isCounted ? { value: done } : {})}
        className="h-1.5 w-20"
      />
    </div>
  );
}
