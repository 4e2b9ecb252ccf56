import { t } from '@lingui/core/macro';
import type { LucideIcon } from 'lucide-react';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDot from 'lucide-react/icons/circle-dot';
import CircleHelp from 'lucide-react/icons/circle-help';
import Clock from 'lucide-react/icons/clock';
import ExternalLinkIcon from 'lucide-react/icons/external-link';
import MoonStar from 'lucide-react/icons/moon-star';
import UserRound from 'lucide-react/icons/user-round';
import { memo } from 'react';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import type { ConversationStatus, Message } from '../../../lib/model/history';
import { formatAge, formatDay, localDay } from '../../../lib/text/format-time';
import { excerpt } from '../../../lib/text/long-text-excerpt';
import { conversationHeading } from '../../../lib/timeline/conversation-heading';
import type { TimelineRow } from '../../../lib/timeline/timeline-rows';
import { Highlighted } from '../../text/Highlighted';
import { useMarks } from '../../text/marks';
import { ExternalLink } from '../../ui/ExternalLink';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { platformStyle } from '../../ui/platform-style';
import { statusWord } from '../conversation-status';
import { usePanel } from '../PanelContext';
import { usePlatformIndex } from '../platform-index';
import { ItemTime } from './ItemTime';
import { MessageBubble } from './MessageBubble';

interface TimelineRowViewProps {
  row: TimelineRow;
  /** Of the row's item; `undefined` while it is being read. */
  message: Message | undefined;
  /** The row's likely height (px) while its message is being read. */
  height: number;
  now: number;
  personName: string | undefined;
}

/** One row of the timeline, with the platform's colour along its edge. */
export const TimelineRowView = memo(function TimelineRowView(props: TimelineRowViewProps) {
  const { row, message, height, now, personName } = props;
  const { platforms } = usePlatformIndex();
  if (row.kind === 'day') return <DayHeading at={row.at} now={now} />;
  if (row.kind === 'seen-mark') return <SeenMark />;
  const platform = platforms.get(row.platform);
  return (
    <div className="platform-tint relative pl-3" style={platformStyle(platform)}>
      <span aria-hidden className="absolute inset-y-0 left-0 w-[3px] bg-platform" />
      {row.kind === 'conversation' && <ConversationHeading row={row} platform={platform} />}
      {row.kind === 'item' && message === undefined && <div aria-busy style={{ height }} />}
      {message?.kind === 'activity' && (
        <ActivityLine rowKey={row.key} message={message} now={now} />
      )}
      {message !== undefined && message.kind !== 'activity' && (
        <MessageBubble rowKey={row.key} message={message} now={now} personName={personName} />
      )}
    </div>
  );
});

function DayHeading({ at, now }: { at: number; now: number }) {
  const words = formatDay(at, now);
  const isToday = localDay(at).key === localDay(now).key;
  const isFuture = at >= localDay(now).end;
  return (
    <h2 className="flex items-baseline gap-2 whitespace-nowrap px-3 pt-3 pb-1.5 font-semibold text-12 text-ink">
      {words}
      {!isToday && <span className="font-normal text-11 text-ink-faint">{formatAge(at, now)}</span>}
      {isFuture && (
        <span
          className="font-normal text-11 text-warn"
          title={t`The helpdesk gave these items a date in the future`}
        >{t`future date`}</span>
      )}
    </h2>
  );
}

interface ActivityLineProps {
  rowKey: string;
  message: Message;
  /** Epoch ms. */
  now: number;
}

/** A system line: small and quiet, but there. */
function ActivityLine({ rowKey, message, now }: ActivityLineProps) {
  const isCurrent = useMarks().current === rowKey;
  const shown = excerpt(message.text, 0);
  return (
    <p
      className={`flex min-w-0 items-baseline gap-1.5 rounded-sm py-[3px] pr-3 text-11 text-ink-faint ${isCurrent ? 'outline-2 outline-accent' : ''}`}
    >
      <span aria-hidden className="size-1 shrink-0 self-center rounded-full bg-line-strong" />
      <span dir="auto" className="line-clamp-3 min-w-0 break-words">
        <Highlighted text={shown.text} />
        {shown.hidden > 0 && '…'}
      </span>
      <ItemTime message={message} now={now} />
    </p>
  );
}

const statusStyles: Readonly<Record<ConversationStatus, { icon: LucideIcon; style: string }>> = {
  open: { icon: CircleDot, style: 'text-good' },
  pending: { icon: Clock, style: 'text-warn' },
  snoozed: { icon: MoonStar, style: 'text-ink-faint' },
  resolved: { icon: CircleCheck, style: 'text-ink-faint' },
  unknown: { icon: CircleHelp, style: 'text-ink-faint' },
};

interface ConversationHeadingProps {
  row: Extract<TimelineRow, { kind: 'conversation' }>;
  platform: PlatformDescriptor | undefined;
}

/** What the items below belong to: subject, channel, inbox, status, assignee, and a link to it. */
function ConversationHeading({ row, platform }: ConversationHeadingProps) {
  const { connections } = usePlatformIndex();
  const { conversation, isEmpty } = row;
  const label = platform?.label;
  const assignee = conversation?.assignee;
  const open = label === undefined ? t`Open in the helpdesk` : t`Open in ${label}`;
  const { title, context } = conversationHeading(conversation);
  const account = connections.get(row.connectionId)?.label;
  const all = [title, ...context, account === platform?.label ? undefined : account];
  return (
    <div className="flex min-w-0 items-center gap-1.5 pt-2 pr-2 pb-1">
      <PlatformIcon platform={platform} size={14} label={label ?? ''} />
      <h3
        dir="auto"
        title={all.filter((part) => part !== undefined).join(' · ')}
        className="min-w-0 truncate font-semibold text-12 text-ink"
      >
        <Highlighted text={title} />
        {context.map((part) => (
          <span key={part} className="font-normal text-ink-soft">
            {' · '}
            <bdi>
              <Highlighted text={part} />
            </bdi>
          </span>
        ))}
      </h3>
      {isEmpty && <WhyEmpty connectionId={row.connectionId} begun={conversation?.createdAt} />}
      <span className="ml-auto flex min-w-0 shrink-0 items-center gap-2 pl-1 text-11 text-ink-soft">
        {assignee !== undefined && (
          <span
            className="flex min-w-0 max-w-[88px] items-center gap-1"
            title={t`Assigned to ${assignee}`}
          >
            <UserRound size={11} aria-hidden className="shrink-0 text-ink-faint" />
            <span className="sr-only">{t`Assigned to:`} </span>
            <bdi className="truncate max-[299px]:sr-only">{assignee}</bdi>
          </span>
        )}
        {conversation !== undefined && <StatusChip status={conversation.status} />}
        {conversation?.url !== undefined && (
          <ExternalLink
            href={conversation.url}
            label={open}
            className="rounded-sm p-0.5 text-ink-faint hover:bg-hover hover:text-accent"
          >
            <span title={open}>
              <ExternalLinkIcon size={12} aria-hidden />
            </span>
          </ExternalLink>
        )}
      </span>
    </div>
  );
}

interface WhyEmptyProps {
  connectionId: string;
  /** Epoch ms at which the conversation began, where that is known. */
  begun: number | undefined;
}

/** Says of a conversation without stored items whether it has none, or they may not have been loaded. */
function WhyEmpty({ connectionId, begun = Number.NEGATIVE_INFINITY }: WhyEmptyProps) {
  const { sources } = usePanel().snapshot;
  const coverage = sources.find((source) => source.connectionId === connectionId)?.coverage;
  const state = coverage?.state;
  const isAllRead = state === 'complete' || state === 'captured';
  // What is in part, and has no more to give, has nothing for it either.
  const isOver = isAllRead || (state === 'partial' && coverage?.more !== true);
  const isNone = isOver || begun >= (coverage?.since ?? Number.POSITIVE_INFINITY);
  return (
    <span className="shrink-0 text-11 text-ink-faint">
      {isNone ? t`no readable items` : t`nothing loaded yet`}
    </span>
  );
}

function StatusChip({ status }: { status: ConversationStatus }) {
  const { icon: Icon, style } = statusStyles[status];
  return (
    <span className={`flex shrink-0 items-center gap-1 font-medium ${style}`}>
      <Icon size={11} strokeWidth={2.25} aria-hidden />
      {statusWord(status)}
    </span>
  );
}

/** The line between what came since the last visit and what was there before. */
function SeenMark() {
  const { unseen } = useMarks();
  const style = unseen.size > 0 ? 'text-accent' : 'text-ink-faint';
  return (
    <p
      className={`flex items-center gap-2 px-3 py-1 font-semibold text-11 transition-colors ${style}`}
    >
      <span aria-hidden className="h-px flex-1 bg-current opacity-50" />
      <span>{t`New since you last looked`}</span>
      <span aria-hidden className="h-px flex-1 bg-current opacity-50" />
    </p>
  );
}
