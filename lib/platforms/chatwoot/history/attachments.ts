import { t } from '@lingui/core/macro';
import type { Attachment } from '../../../model/history';
import { coordinatesOf, mapLink } from '../../shared/coordinates';
import { decodeOrKeep } from '../../shared/decode';
import { type ReadItems, readEach } from '../../shared/read-each';
import { attachmentLink } from '../media-links';
import {
  type ChatwootAttachment,
  type ChatwootMessage,
  chatwootAttachmentSchema,
} from '../schemas';

const LONGEST_NAME = 300;

const kinds: ReadonlyMap<string, Attachment['kind']> = new Map([
  ['image', 'image'],
  ['audio', 'audio'],
  ['video', 'video'],
  ['file', 'file'],
  ['location', 'location'],
  ['contact', 'contact'],
]);

const uploads: ReadonlySet<string> = new Set(['image', 'audio', 'video', 'file']);

/** Attachments as named links; `data_url` needs no key and leads to the file itself. */
export function mapAttachments(rows: unknown, origin: string): ReadItems<Attachment> {
  const { items, dropped } = readEach(chatwootAttachmentSchema, rows);
  return { items: items.map((raw) => mapAttachment(raw, origin)), dropped };
}

/** Shared posts, stories, embeds and whatever comes next are links. */
function mapAttachment(raw: ChatwootAttachment, origin: string): Attachment {
  const link = attachmentLink(raw.data_url, origin);
  const kind = kinds.get(raw.file_type ?? '') ?? 'link';
  const size = raw.file_size;
  const spoken = raw.transcribed_text?.trim() ?? '';
  const common = {
    kind,
    url: link,
    name: nameOf(raw, link).slice(0, LONGEST_NAME),
    size: typeof size === 'number' && size > 0 && Number.isFinite(size) ? size : undefined,
    transcript: spoken === '' ? undefined : spoken,
  };
  if (kind === 'contact') return { ...common, ...cardOf(raw) };
  if (kind !== 'location') return common;
  const coordinates = coordinatesOf(raw.coordinates_lat, raw.coordinates_long);
  return { ...common, coordinates, url: mapLink(coordinates) ?? link };
}

/** The recording of a call, with its transcript where there is one. */
export function recordingOf({ call }: ChatwootMessage, origin: string): Attachment[] {
  const url = attachmentLink(call?.recording_url, origin);
  const spoken = call?.transcript?.trim() ?? '';
  if (url === undefined && spoken === '') return [];
  const transcript = spoken === '' ? undefined : spoken;
  return [{ name: url === undefined ? t`Call` : t`Recording`, kind: 'audio', url, transcript }];
}

/** The answer has no file name, but the address of an uploaded file ends in it. */
function nameOf(raw: ChatwootAttachment, url: string | undefined): string {
  const type = raw.file_type ?? 'file';
  const uploaded = uploads.has(type) && url !== undefined ? fileName(url) : '';
  const name = raw.fallback_title ?? uploaded;
  if (name !== '') return name;
  return raw.extension === undefined ? typeWords(type) : `${type}.${raw.extension}`;
}

/** Chatwoot's types of attachments, and those that channels add, as a name for one that has none. */
function typeWords(type: string): string {
  switch (type) {
    case 'image':
      return t({ message: 'image', context: 'name of an attachment' });
    case 'audio':
      return t({ message: 'audio', context: 'name of an attachment' });
    case 'video':
      return t({ message: 'video', context: 'name of an attachment' });
    case 'file':
      return t({ message: 'file', context: 'name of an attachment' });
    case 'location':
      return t({ message: 'location', context: 'name of an attachment' });
    case 'contact':
      return t({ message: 'contact', context: 'name of an attachment' });
    case 'story_mention':
      return t({ message: 'story mention', context: 'name of an attachment' });
    default:
      return type.replaceAll('_', ' ');
  }
}

/** The person on a contact card, and their number, which is its title. */
function cardOf({ meta = {}, fallback_title: title }: ChatwootAttachment) {
  const first = meta.firstName ?? meta.first_name;
  const last = meta.lastName ?? meta.last_name;
  const parts = [first, last].filter((part) => part !== undefined).join(' ');
  const name = parts === '' ? (meta.formatted_name ?? meta.name) : parts;
  const phone = title !== undefined && /\d/.test(title) ? title : undefined;
  return name === undefined ? { phone } : { name: name.slice(0, LONGEST_NAME), phone };
}

function fileName(url: string): string {
  return decodeOrKeep(new URL(url).pathname.split('/').at(-1) ?? '').trim();
}
