import type { Attachment } from '../../../model/history';
import { decodeOrKeep } from '../../shared/decode';
import { type ReadItems, readEach } from '../../shared/read-each';
import { attachmentLink } from '../links';
import { type ChatwootAttachment, chatwootAttachmentSchema } from '../schemas';

const LONGEST_NAME = 300;

const kinds: ReadonlyMap<string, Attachment['kind']> = new Map([
  ['image', 'image'],
  ['audio', 'audio'],
  ['video', 'video'],
  ['file', 'file'],
  ['location', 'location'],
]);

const uploads: ReadonlySet<string> = new Set(['image', 'audio', 'video', 'file']);

/** Attachments as named links; `data_url` needs no key and leads to the file itself. */
export function mapAttachments(rows: unknown, origin: string): ReadItems<Attachment> {
  const { items, dropped } = readEach(chatwootAttachmentSchema, rows);
  return { items: items.map((raw) => mapAttachment(raw, origin)), dropped };
}

/** Shared posts, stories, contact cards, embeds and whatever comes next are links. */
function mapAttachment(raw: ChatwootAttachment, origin: string): Attachment {
  const url = attachmentLink(raw.data_url, origin);
  const size = raw.file_size;
  return {
    name: nameOf(raw, url).slice(0, LONGEST_NAME),
    url,
    kind: kinds.get(raw.file_type ?? '') ?? 'link',
    size: typeof size === 'number' && size > 0 && Number.isFinite(size) ? size : undefined,
  };
}

/** The answer has no file name, but the address of an uploaded file ends in it. */
function nameOf(raw: ChatwootAttachment, url: string | undefined): string {
  const type = raw.file_type ?? 'file';
  const uploaded = uploads.has(type) && url !== undefined ? fileName(url) : '';
  const name = raw.fallback_title ?? uploaded;
  if (name !== '') return name;
  const words = type.replaceAll('_', ' ');
  return raw.extension === undefined ? words : `${words}.${raw.extension}`;
}

function fileName(url: string): string {
  return decodeOrKeep(new URL(url).pathname.split('/').at(-1) ?? '').trim();
}
