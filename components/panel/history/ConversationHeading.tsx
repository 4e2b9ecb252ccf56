import {
  CircleCheck,
  CircleDot,
  CircleHelp,
  Clock,
  ExternalLink as ExternalLinkIcon,
  type LucideIcon,
  MoonStar,
  UserRound,
} from 'lucide-react';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import type { ConversationStatus } from '../../../lib/model/history';
import type { TimelineRow } from '../../../lib/timeline/build';
import { ExternalLink } from '../../ui/ExternalLink';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { useNames } from '../names';
import { Highlighted } from './Highlighted';

const statuses: Readonly<
  Record<ConversationStatus, { label: string; icon: LucideIcon; look: string }>
> = {
  open: { label: 'Open', icon: CircleDot, look: 'text-good' },
  pending: { label: 'Pending', icon: Clock, look: 'text-warn' },
  snoozed: { label: 'Snoozed', icon: MoonStar, look: 'text-ink-faint' },
  resolved: { label: 'Resolved', icon: CircleCheck, look: 'text-ink-faint' },
  unknown: { label: 'Status unknown', icon: CircleHelp, look: 'text-ink-faint' },
};

interface ConversationHeadingProps {
  row: Extract<TimelineRow, { kind: 'conversation' }>;
  platform: PlatformDescriptor | undefined;
}

/** What the items below belong to: subject or channel, status, assignee, and the way there. */
export function ConversationHeading({ row, platform }: ConversationHeadingProps) {
  const { connections } = useNames();
  const { conversation, isEmpty } = row;
  const label = platform?.label ?? 'the helpdesk';
  const title = conversation?.subject ?? conversation?.channel ?? 'Conversation';
  const place = [
    conversation?.subject === undefined ? undefined : conversation.channel,
    connections.get(row.connectionId)?.label,
  ].filter((part) => part !== undefined && part !== platform?.label);
  return (
    <div className="flex min-w-0 items-center gap-1.5 pt-2 pr-2 pb-1">
      <PlatformIcon platform={platform} size={14} label={label} />
      <h3
        dir="auto"
        title={[title, ...place].join(' · ')}
        className="min-w-0 truncate font-semibold text-12 text-ink"
      >
        <Highlighted text={title} />
      </h3>
      {isEmpty && <span className="shrink-0 text-11 text-ink-faint">no readable items</span>}
      <span className="ml-auto flex min-w-0 shrink-0 items-center gap-2 pl-1 text-11 text-ink-soft">
        {conversation?.assignee !== undefined && (
          <span
            className="flex min-w-0 max-w-[88px] items-center gap-1"
            title={`Assigned to ${conversation.assignee}`}
          >
            <UserRound size={11} aria-hidden className="shrink-0 text-ink-faint" />
            <span className="sr-only">Assigned to </span>
            <bdi className="truncate">{conversation.assignee}</bdi>
          </span>
        )}
        {conversation !== undefined && <StatusChip status={conversation.status} />}
        {conversation?.url !== undefined && (
          <ExternalLink
            href={conversation.url}
            label={`Open in ${label}`}
            className="rounded-sm p-0.5 text-ink-faint hover:bg-hover hover:text-accent"
          >
            <span title={`Open in ${label}`}>
              <ExternalLinkIcon size={12} aria-hidden />
            </span>
          </ExternalLink>
        )}
      </span>
    </div>
  );
}

function StatusChip({ status }: { status: ConversationStatus }) {
  const { label, icon: Icon, look } = statuses[status];
  return (
    <span className={`flex shrink-0 items-center gap-1 font-medium ${look}`}>
      <Icon size={11} strokeWidth={2.25} aria-hidden />
      {label}
    </span>
  );
}
