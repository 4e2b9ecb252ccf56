import type { LucideIcon } from 'lucide-react';
import ArrowDownLeft from 'lucide-react/icons/arrow-down-left';
import ArrowUpRight from 'lucide-react/icons/arrow-up-right';
import Bot from 'lucide-react/icons/bot';
import FileText from 'lucide-react/icons/file-text';
import Image from 'lucide-react/icons/image';
import Link from 'lucide-react/icons/link';
import Lock from 'lucide-react/icons/lock';
import MapPin from 'lucide-react/icons/map-pin';
import Music from 'lucide-react/icons/music';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import Video from 'lucide-react/icons/video';
import type { Attachment, Message } from '../../../lib/model/history';
import { formatSize } from '../../../lib/text/format-size';
import { Highlighted } from '../../text/Highlighted';
import { useMarks } from '../../text/marks';
import { QuotedText } from '../../text/QuotedText';
import { RemoteText } from '../../text/RemoteText';
import { ExternalLink } from '../../ui/ExternalLink';
import { ItemTime } from './ItemTime';

interface MessageBubbleProps {
  rowKey: string;
  message: Message;
  now: number;
  personName: string | undefined;
}

interface BubbleStyle {
  icon: LucideIcon;
  /** Said by screen readers before the author. */
  said: string;
  frame: string;
}

const bubbleStyles = {
  note: {
    icon: Lock,
    said: 'Internal note by',
    frame: 'border-note-line bg-note ml-0 border-dashed',
  },
  in: { icon: ArrowDownLeft, said: 'From', frame: 'border-transparent bg-from-customer mr-7' },
  out: { icon: ArrowUpRight, said: 'Sent by', frame: 'border-transparent bg-from-us ml-7' },
} as const satisfies Record<string, BubbleStyle>;

function bubbleStyleOf(message: Message): BubbleStyle {
  if (message.kind === 'note') return bubbleStyles.note;
  const fromUs = message.direction === 'out' || message.author.role !== 'contact';
  return message.direction === 'in' || !fromUs ? bubbleStyles.in : bubbleStyles.out;
}

/** A message to or from the customer, or an internal note. */
export function MessageBubble({ rowKey, message, now, personName }: MessageBubbleProps) {
  const style = bubbleStyleOf(message);
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
          {isNote && <span className="shrink-0 font-semibold">Note</span>}
          <span className="sr-only">{style.said} </span>
          <bdi className={`truncate font-medium ${isNote ? '' : 'text-ink'}`}>
            <Highlighted text={authorWords(message, personName)} />
          </bdi>
          {message.edited === true && <span className="shrink-0">· edited</span>}
          <ItemTime message={message} now={now} />
          {unseen.has(rowKey) && <NewDot />}
        </div>
        {message.subject !== undefined && (
          <p dir="auto" className="mt-0.5 break-words font-semibold text-13">
            <Highlighted text={message.subject} />
          </p>
        )}
        <Body rowKey={rowKey} message={message} />
        {message.deliveryError !== undefined && <DeliveryError reason={message.deliveryError} />}
      </div>
    </article>
  );
}

function Body({ rowKey, message }: { rowKey: string; message: Message }) {
  if (message.deleted === true) {
    return <p className="mt-0.5 text-ink-faint italic">This message was deleted</p>;
  }
  const isEmpty = message.text.trim() === '';
  return (
    <>
      {!isEmpty && <RemoteText rowKey={rowKey} text={message.text} format={message.format} />}
      {message.cut === true && (
        <p className="mt-0.5 text-12 text-ink-faint">
          Only the beginning; the rest is in the helpdesk
        </p>
      )}
      {message.quoted !== undefined && <QuotedText rowKey={rowKey} quoted={message.quoted} />}
      {isEmpty && message.attachments.length === 0 && (
        <p className="mt-0.5 text-ink-faint italic">No text</p>
      )}
      <Attachments attachments={message.attachments} />
    </>
  );
}

function DeliveryError({ reason }: { reason: string }) {
  return (
    <p className="mt-1 flex items-start gap-1 text-12 text-bad">
      <TriangleAlert size={12} aria-hidden className="mt-[2px] shrink-0" />
      <span className="min-w-0">
        Not delivered: <bdi className="break-words">{reason}</bdi>
      </span>
    </p>
  );
}

const icons: Readonly<Record<Attachment['kind'], LucideIcon>> = {
  image: Image,
  audio: Music,
  video: Video,
  file: FileText,
  location: MapPin,
  link: Link,
};

/** Attachments by name; nothing of them is loaded before somebody opens the link. */
function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-col gap-0.5" aria-label="Attachments">
      {attachments.map((attachment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: attachments have no id and never move
        <li key={index} className="min-w-0 text-12">
          <AttachmentLine attachment={attachment} />
        </li>
      ))}
    </ul>
  );
}

function AttachmentLine({ attachment }: { attachment: Attachment }) {
  const Icon = icons[attachment.kind];
  const size = formatSize(attachment.size);
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Icon size={12} aria-hidden className="shrink-0 text-ink-faint" />
      <ExternalLink
        href={attachment.url}
        className="min-w-0 truncate rounded-sm text-accent hover:underline [span&]:text-ink-soft"
      >
        <bdi>
          {attachment.name === '' ? attachment.kind : <Highlighted text={attachment.name} />}
        </bdi>
      </ExternalLink>
      {size !== undefined && <span className="shrink-0 text-11 text-ink-faint">{size}</span>}
    </span>
  );
}

/** Marks an item that came since the last visit. */
function NewDot() {
  return (
    <span className="appear size-1.5 shrink-0 rounded-full bg-accent" title="New">
      <span className="sr-only">New</span>
    </span>
  );
}

const unnamed = { contact: 'Customer', agent: 'Agent', bot: 'Bot', system: 'System' } as const;

/** Who wrote it, in words; the person's own name where the platform leaves it out. */
function authorWords(message: Message, personName: string | undefined): string {
  const { name, role } = message.author;
  if (name !== undefined && name.trim() !== '') return name;
  return role === 'contact' ? (personName ?? unnamed.contact) : unnamed[role];
}
