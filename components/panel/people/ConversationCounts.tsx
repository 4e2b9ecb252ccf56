import { t } from '@lingui/core/macro';
import { type countByStatus, countLabels } from '../../../lib/identity/person-details';
import type { Conversation, ConversationStatus } from '../../../lib/model/history';

const statusWords: Readonly<Record<ConversationStatus, string>> = {
  open: 'open',
  pending: 'pending',
  snoozed: 'snoozed',
  resolved: 'resolved',
  unknown: 'of unknown status',
};

/** What fits into a few lines; the most frequent ones stand first. */
const mostLabels = 20;

interface ConversationCountsProps {
  conversations: readonly Conversation[];
  counts: ReturnType<typeof countByStatus>;
}

/** How many conversations are held of each status, and what the customer thought of them. */
export function ConversationCounts({ conversations, counts }: ConversationCountsProps) {
  const rated = conversations
    .filter(({ satisfaction }) => satisfaction !== undefined)
    .sort((a, b) => (b.lastActivityAt ?? 0) - (a.lastActivityAt ?? 0));
  const latest = rated[0]?.satisfaction;
  const labels = countLabels(conversations);
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold text-11 text-ink-faint">{t`Conversations held`}</h3>
      <p>
        {counts.length === 0
          ? t`None`
          : counts.map(({ status, count }) => `${count} ${statusWords[status]}`).join(' · ')}
      </p>
      {labels.length > 0 && (
        <ul aria-label={t`Labels of these conversations`} className="flex flex-wrap gap-1">
          {labels.slice(0, mostLabels).map(({ label, count }) => (
            <li
              key={label}
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
          Satisfaction: <bdi>{latest}</bdi>
          {rated.length > 1 && (
            <span className="text-ink-faint"> (latest of {rated.length} ratings)</span>
          )}
        </p>
      )}
    </section>
  );
}
