import { FileText, Image, Link, type LucideIcon, MapPin, Music, Video } from 'lucide-react';
import type { Attachment } from '../../../lib/model/history';
import { sizeWords } from '../../../lib/timeline/size-words';
import { ExternalLink } from '../../ui/ExternalLink';
import { Highlighted } from './Highlighted';

const icons: Readonly<Record<Attachment['kind'], LucideIcon>> = {
  image: Image,
  audio: Music,
  video: Video,
  file: FileText,
  location: MapPin,
  link: Link,
};

/** Attachments by name; nothing of them is loaded before somebody opens the link. */
export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
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
  const size = sizeWords(attachment.size);
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
