import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type countByStatus, countLabels } from '../../../lib/identity/merge-details';
import type { Conversation, ConversationStatus } from '../../../lib/model/history';

function countWords(status: ConversationStatus, count: number): string {
  switch (status) {
    case 'open':
      return plural(count, { one: '# open', other: '# open' });
    case 'pending':
      return plural(count, { one: '# pending', other: '# pending' });
    case 'snoozed':
      return plural(count, { one: '# snoozed', other: '# snoozed' });
    case 'resolved':
      return plural(count, { one: '# resolved', other: '# resolved' });
    case 'unknown':
      return plural(count, { one: '# of unknown status', other: '# of unknown status' });
  }
}

/** As many as fit into a few lines; the most frequent ones come first. */
const mostLabels = 20;

interface ConversationCountsProps {
  conversations: readonly Conversation[];
  counts: ReturnType<typeof countByStatus>;
}

/** How many conversations are stored with each status, and what the customer thought of them. */
export function ConversationCounts({ conversations, counts }: ConversationCountsProps) {
  const rated = conversations
    .filter(({ satisfaction }) => satisfaction !== undefined)
    .sort((a, b) => (b.lastActivityAt ?? 0) - (a.lastActivityAt ?? 0));
  const latest = rated[0]?.satisfaction;
  const labels = countLabels(conversations);
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold text-11 text-ink-faint">{t`Conversations stored`}</h3>
      <p>
        {counts.length === 0
          ? t({ message: 'None', context: 'no conversations' })
          : counts.map(({ status, count }) => countWords(status, count)).join(' · ')}
      </p>
      {labels.length > 0 && (
        <ul aria-label={t`Labels of these conversations`} className="flex flex-wrap gap-1">
          {labels.slice(0, mostLabels).map(({ label, count }) => (
            <li
              key={label}
              title={label}
              className="max-w-full truncate rounded-sm bg-hover px-1.5 py-px text-ink-soft"
            >
              <bdi>{label}</bdi>
              {count > 1 && <span className="text-ink-faint tabular-nums"> {count}</span>}
            </li>
          ))}
        </ul>
      )}
      {latest !== undefined && (
        <p>
          <Trans>
            Satisfaction: <bdi>{latest}</bdi>
          </Trans>
          {rated.length > 1 && (
            <span className="text-ink-faint">
              {' '}
              {plural(rated.length, {
                one: '(latest of # rating)',
                other: '(latest of # ratings)',
              })}
            </span>
          )}
        </p>
      )}
    </section>
  );
}
