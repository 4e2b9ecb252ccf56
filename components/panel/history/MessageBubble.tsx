import { t } from '@lingui/core/macro';
import type { LucideIcon } from 'lucide-react';
import ArrowDownLeft from 'lucide-react/icons/arrow-down-left';
import ArrowUpRight from 'lucide-react/icons/arrow-up-right';
import Bot from 'lucide-react/icons/bot';
import Lock from 'lucide-react/icons/lock';
import Trash2 from 'lucide-react/icons/trash-2';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { Message } from '../../../lib/model/history';
import { Highlighted } from '../../text/Highlighted';
import { useMarks } from '../../text/marks';
import { QuotedText } from '../../text/QuotedText';
import { RemoteText } from '../../text/RemoteText';
import { AttachmentList } from './AttachmentList';
import { ItemTime } from './ItemTime';

interface MessageBubbleProps {
  rowKey: string;
  message: Message;
  now: number;
  personName: string | undefined;
}

interface BubbleStyle {
  icon: LucideIcon;
  frame: string;
}

const bubbleStyles = {
  note: { icon: Lock, frame: 'border-note-line bg-note ml-0 border-dashed' },
  in: { icon: ArrowDownLeft, frame: 'border-transparent bg-from-customer mr-7' },
  out: { icon: ArrowUpRight, frame: 'border-transparent bg-from-us ml-7' },
} as const satisfies Record<string, BubbleStyle>;

function bubbleKindOf(message: Message): keyof typeof bubbleStyles {
  if (message.kind === 'note') return 'note';
  const fromUs = message.direction === 'out' || message.author.role !== 'contact';
  return message.direction === 'in' || !fromUs ? 'in' : 'out';
}

/** Announced by screen readers before the author. */
function saidOf(kind: keyof typeof bubbleStyles): string {
  if (kind === 'note') return t`Internal note by:`;
  return kind === 'in' ? t`From:` : t`Sent by:`;
}

/** A message to or from the customer, or an internal note. */
export function MessageBubble({ rowKey, message, now, personName }: MessageBubbleProps) {
  const kind = bubbleKindOf(message);
  const style = bubbleStyles[kind];
  const Icon = message.author.role === 'bot' ? Bot : style.icon;
  const isNote = message.kind === 'note';
  const { current, unseen } = useMarks();
  const ring = current === rowKey ? 'outline-2 outline-accent' : '';
  const soft = isNote ? 'text-note-ink' : 'text-ink-soft';
  return (
    <article className="pr-3 pb-1.5">
      <div className={`rounded-lg border px-2.5 py-1.5 ${style.frame} ${ring}`}>
        <div className={`flex min-w-0 items-center gap-1 text-11 ${soft}`}>
          <Icon size={11} strokeWidth={2.25} aria-hidden className="shrink-0" />
          {isNote && <span className="shrink-0 font-semibold">{t`Note`}</span>}
          <span className="sr-only">{saidOf(kind)} </span>
          <bdi className={`wrap-anywhere font-medium ${isNote ? '' : 'text-ink'}`}>
            <Highlighted text={authorWords(message, personName)} />
          </bdi>
          <Marks message={message} />
          <ItemTime message={message} now={now} />
          {unseen.has(rowKey) && <NewDot />}
        </div>
        {message.subject !== undefined && (
          <p dir="auto" className="mt-0.5 break-words font-semibold text-13">
            <Highlighted text={message.subject} />
          </p>
        )}
        <Body rowKey={rowKey} message={message} />
        {message.withdrawn === true && <Withdrawn />}
        {message.deliveryError !== undefined && <DeliveryError reason={message.deliveryError} />}
      </div>
    </article>
  );
}

/** What distinguishes an item from one that a team member typed and nobody changed since. */
export function markWords({ author, edited, isReaction }: Message): string[] {
  return [
    // Without a name the line says "Bot" already.
    author.role === 'bot' && author.name !== undefined && t`automatic`,
    isReaction === true && t`reaction`,
    edited === true && t`edited`,
  ].filter((mark) => mark !== false);
}

function Marks({ message }: { message: Message }) {
  const marks = markWords(message);
  return marks.length === 0 ? null : <span className="min-w-0">· {marks.join(' · ')}</span>;
}

/** What is said below a message whose text was too long to be kept whole. */
export function cutWords(): string {
  return t`Only the beginning is shown; the rest is in the helpdesk`;
}

function Body({ rowKey, message }: { rowKey: string; message: Message }) {
  if (message.deleted === true) {
    return <p className="mt-0.5 text-ink-faint italic">{t`This message was deleted`}</p>;
  }
  const isEmpty = message.text.trim() === '';
  return (
    <>
      {!isEmpty && <RemoteText rowKey={rowKey} text={message.text} format={message.format} />}
      {message.cut === true && <p className="mt-0.5 text-12 text-ink-faint">{cutWords()}</p>}
      {message.quoted !== undefined && <QuotedText rowKey={rowKey} quoted={message.quoted} />}
      {isEmpty && message.attachments.length === 0 && (
        <p className="mt-0.5 text-ink-faint italic">{t`No text`}</p>
      )}
      <AttachmentList rowKey={rowKey} attachments={message.attachments} />
      <Reactions reactions={message.reactions} />
    </>
  );
}

/** Reactions to the message. */
function Reactions({ reactions = [] }: Pick<Message, 'reactions'>) {
  if (reactions.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-1" aria-label={t`Reactions`}>
      {reactions.map((reaction) => (
        <li
          key={reaction}
          className="max-w-full wrap-anywhere rounded-full border border-line bg-raised px-1.5 text-11 leading-[18px]"
        >
          <bdi>
            <Highlighted text={reaction} />
          </bdi>
        </li>
      ))}
    </ul>
  );
}

/** What is said of a message that its writer took back. */
export function withdrawnWords(): string {
  return t`Deleted by the customer`;
}

/** The platform keeps a message the customer withdrew, and colleagues still see it there. */
function Withdrawn() {
  return (
    <p className="mt-1 flex items-center gap-1 text-12 text-ink-soft">
      <Trash2 size={12} aria-hidden className="shrink-0" />
      {withdrawnWords()}
    </p>
  );
}

function DeliveryError({ reason }: { reason: string }) {
  return (
    <p className="mt-1 flex items-start gap-1 text-12 text-bad">
      <TriangleAlert size={12} aria-hidden className="mt-[2px] shrink-0" />
      <span className="min-w-0">
        {t`Not delivered:`} <bdi className="break-words">{reason}</bdi>
      </span>
    </p>
  );
}

/** Marks an item that came since the last visit. */
function NewDot() {
  return (
    <span className="appear size-1.5 shrink-0 rounded-full bg-accent" title={t`New`}>
      <span className="sr-only">{t`New`}</span>
    </span>
  );
}

/** Who wrote it, in words; the person's own name where the platform leaves it out. */
function authorWords(message: Message, personName: string | undefined): string {
  const { name, role } = message.author;
  if (name !== undefined && name.trim() !== '') return name;
  return role === 'contact' ? (personName ?? roleWord(role)) : roleWord(role);
}

/** What is shown in place of an author's name. */
export function roleWord(role: Message['author']['role']): string {
  switch (role) {
    case 'contact':
      return t`Customer`;
    case 'agent':
      return t`Agent`;
    case 'bot':
      return t`Bot`;
    case 'system':
      return t({ message: 'System', context: 'author of a message' });
  }
}
