import { plural, t } from '@lingui/core/macro';
import type { Connection } from '../../../lib/model/connection';
import { isSetUpUnfinished } from '../../../lib/storage/set-up-progress';
import { formatNumber } from '../../../lib/text/format-number';
import { useSetUpState } from '../../hooks/use-set-up-state';

const linkStyle =
  'inline-flex h-8 items-center rounded-md bg-accent px-3.5 font-medium text-13 text-on-accent hover:opacity-90';

/** Leads from the settings to the set-up: in full to a new person, in a line to others. */
export function SetUpInvitation({ connections }: { connections: readonly Connection[] }) {
  const state = useSetUpState();
  const isUnfinished = state !== undefined && isSetUpUnfinished(state);
  if (connections.length === 0) {
    return (
      <div className="mb-5 flex flex-col items-start gap-3 rounded-lg border border-line bg-sunken px-4 py-3.5">
        <p className="max-w-[92ch] text-pretty text-13 text-ink-soft">{t`Connect the helpdesks you work in, and Deskside shows everything that happened with a customer in one timeline beside your chat. The keys you enter stay in this browser and go only to the helpdesk they belong to; through Membrane, no key is entered here at all. Deskside reads, keeps notes and fills in replies; nothing is ever sent to your customers.`}</p>
        <a href="#set-up" className={linkStyle}>
          {isUnfinished ? t`Go on with the set-up` : t`Set up step by step`}
        </a>
      </div>
    );
  }
  if (isUnfinished) {
    const ids = new Set(connections.map(({ id }) => id));
    const done = state.chosen.filter(({ connectionId }) => ids.has(connectionId ?? ''));
    const doneCount = formatNumber(done.length);
    return (
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-sunken px-4 py-2.5">
        <p className="min-w-0 flex-1 text-13 text-ink-soft">
          {plural(state.chosen.length, {
            one: `The set-up is not finished: ${doneCount} of # helpdesk is connected.`,
            other: `The set-up is not finished: ${doneCount} of # helpdesks are connected.`,
          })}
        </p>
        <a href="#set-up" className={linkStyle}>{t`Go on with the set-up`}</a>
      </div>
    );
  }
  return (
    <p className="mb-1 text-12">
      <a href="#set-up" className="text-accent underline">{t`Set up step by step`}</a>
    </p>
  );
}
