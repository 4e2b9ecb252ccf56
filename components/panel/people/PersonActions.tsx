import { plural, t } from '@lingui/core/macro';
import Info from 'lucide-react/icons/info';
import Users from 'lucide-react/icons/users';
import { Suspense } from 'react';
import { IconButton } from '../../ui/IconButton';
import { Popover } from '../../ui/Popover';
import { usePanel } from '../PanelContext';
import { LazyPeoplePart } from './LazyPeoplePart';

/** Buttons that lead from the person's name to the records behind it and to everything else known. */
export function PersonActions() {
  const count = usePanel().snapshot.contacts.length;
  const label = plural(count, {
    one: 'Who is this: # record',
    other: 'Who is this: # records',
  });
  return (
    <div className="-mr-1 flex shrink-0 items-center self-start">
      <Popover
        label={t`Who is this`}
        align="end"
        trigger={(opener) => (
          <button
            {...opener}
            type="button"
            aria-label={label}
            title={label}
            className="flex h-[26px] items-center gap-1 rounded-md px-1.5 text-12 text-ink-soft tabular-nums hover:bg-hover hover:text-ink aria-expanded:bg-hover"
          >
            <Users size={14} aria-hidden /> {count}
          </button>
        )}
      >
        {(close) => (
          <Suspense>
            <LazyPeoplePart part="records" onDone={close} />
          </Suspense>
        )}
      </Popover>
      <Popover
        label={t`Details`}
        align="end"
        trigger={(opener) => <IconButton {...opener} icon={Info} label={t`Details`} />}
      >
        <Suspense>
          <LazyPeoplePart part="details" />
        </Suspense>
      </Popover>
    </div>
  );
}
