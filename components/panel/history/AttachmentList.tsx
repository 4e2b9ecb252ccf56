import { t } from '@lingui/core/macro';
import type { LucideIcon } from 'lucide-react';
import ContactRound from 'lucide-react/icons/contact-round';
import FileText from 'lucide-react/icons/file-text';
import Image from 'lucide-react/icons/image';
import Link from 'lucide-react/icons/link';
import MapPin from 'lucide-react/icons/map-pin';
import Music from 'lucide-react/icons/music';
import Video from 'lucide-react/icons/video';
import type { ReactNode } from 'react';
import type { Attachment } from '../../../lib/model/history';
import { formatCoordinates } from '../../../lib/text/format-coordinates';
import { formatSize } from '../../../lib/text/format-size';
import { safeAddress } from '../../../lib/text/safe-links';
import { Highlighted } from '../../text/Highlighted';
import { RemoteLink } from '../../text/RemoteLink';
import { RemoteText } from '../../text/RemoteText';
import { ExternalLink } from '../../ui/ExternalLink';

const icons: Readonly<Record<Attachment['kind'], LucideIcon>> = {
  image: Image,
  audio: Music,
  video: Video,
  file: FileText,
  location: MapPin,
  contact: ContactRound,
  link: Link,
};

interface AttachmentListProps {
  /** Key of the message's row, see `RemoteText`. */
  rowKey: string;
  attachments: readonly Attachment[];
}

/**
 * Attachments by name, with what is known about their content: the transcript of a voice message, a location,
 * the number on a contact card. Nothing of them is loaded before somebody opens the link.
 */
export function AttachmentList({ rowKey, attachments }: AttachmentListProps) {
  if (attachments.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-col gap-0.5" aria-label={t`Attachments`}>
      {attachments.map((attachment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: attachments have no id and never move
        <li key={index} className="min-w-0 text-12">
          <AttachmentLine attachment={attachment} />
          {attachment.transcript !== undefined && (
            <figure className="mt-0.5 mb-1 ml-[5px] border-line-strong border-l-2 pl-2.5 text-ink-soft">
              <figcaption className="sr-only">{t`Automatic transcript`}</figcaption>
              <RemoteText
                rowKey={rowKey}
                part={`transcript ${index}`}
                text={attachment.transcript}
              />
            </figure>
          )}
        </li>
      ))}
    </ul>
  );
}

function AttachmentLine({ attachment }: { attachment: Attachment }) {
  const { kind, name, url, size, coordinates, phone } = attachment;
  const Icon = icons[kind];
  const bytes = formatSize(size);
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Icon size={12} aria-hidden className="shrink-0 text-ink-faint" />
      <ExternalLink
        href={url}
        className="min-w-0 wrap-anywhere rounded-sm text-accent hover:underline [span&]:text-ink-soft"
      >
        <bdi>{name === '' ? attachmentWord(kind) : <Highlighted text={name} />}</bdi>
      </ExternalLink>
      {coordinates !== undefined && (
        <Fact>
          <Highlighted text={formatCoordinates(coordinates)} />
        </Fact>
      )}
      {phone !== undefined && phone !== name && (
        <Fact>
          <PhoneNumber value={phone} />
        </Fact>
      )}
      {bytes !== undefined && <Fact>{bytes}</Fact>}
    </span>
  );
}

/** What is shown in place of a name. */
export function attachmentWord(kind: Attachment['kind']): string {
  return {
    image: t({ message: 'image', context: 'an attachment without a name' }),
    audio: t({ message: 'audio', context: 'an attachment without a name' }),
    video: t({ message: 'video', context: 'an attachment without a name' }),
    file: t({ message: 'file', context: 'an attachment without a name' }),
    location: t({ message: 'location', context: 'an attachment without a name' }),
    contact: t({ message: 'contact', context: 'an attachment without a name' }),
    link: t({ message: 'link', context: 'an attachment without a name' }),
  }[kind];
}

function Fact({ children }: { children: ReactNode }) {
  return <span className="shrink-0 text-11 text-ink-faint">{children}</span>;
}

function PhoneNumber({ value }: { value: string }) {
  const href = safeAddress(`tel:${value.replace(/[^\d+]/g, '')}`);
  const shown = <Highlighted text={value} />;
  return <bdi>{href === undefined ? shown : <RemoteLink href={href}>{shown}</RemoteLink>}</bdi>;
}
