import * as v from 'valibot';
import type { Attachment } from '../../model/history';
import { type KustomerAttachment, type KustomerMessage, referenceSchema } from './schemas';
import { clip, webAddress } from './values';

/**
 * A message's attachments, named and typed from what came along under `included`; one that did not
 * come along is still told. They carry no address: Kustomer's links to the files are signed and
 * expire after ten minutes. The recording of a call is linked.
 */
export function attachmentsOf(
  message: KustomerMessage,
  included: readonly KustomerAttachment[],
): Attachment[] {
  const named = new Set(idsNamedBy(message));
  const found = included.filter(
    ({ id, relationships }) => named.has(id) || relationships?.message?.data?.id === message.id,
  );
  for (const { id } of found) named.delete(id);
  const untold = Array.from(named, (): Attachment => ({ name: 'Attachment', kind: 'file' }));
  return [...found.map(attachmentOf), ...untold, ...recordingOf(message)];
}

function idsNamedBy({ relationships }: KustomerMessage): string[] {
  return (relationships.attachments?.data ?? []).flatMap((item) => {
    const reference = v.safeParse(referenceSchema, item);
    return reference.success ? [reference.output.id] : [];
  });
}

function attachmentOf({ attributes }: KustomerAttachment): Attachment {
  return {
    name: clip(attributes.name ?? 'Attachment'),
    kind: kindOf(attributes.contentType),
    size: attributes.contentLength,
  };
}

function recordingOf({ attributes }: KustomerMessage): Attachment[] {
  const url = webAddress(attributes.meta?.externalRecordingUrl);
  return url === undefined ? [] : [{ name: 'Recording', url, kind: 'audio' }];
}

function kindOf(contentType: string | undefined): Attachment['kind'] {
  const [family] = (contentType ?? '').toLowerCase().split('/');
  return family === 'image' || family === 'audio' || family === 'video' ? family : 'file';
}
