import type { Account, Attachment, Installation, Message } from '../tables';

/** Where a file is offered: an ActiveStorage address that redirects to the stored blob. */
export function dataUrl(attachment: Attachment, installation: Installation): string {
  const name = encodeURIComponent(attachment.fileName);
  return `${installation.origin}/rails/active_storage/blobs/redirect/signed-${attachment.id}/${name}`;
}

/** An attachment as it appears in a message. */
export function attachmentShape(
  attachment: Attachment,
  message: Message,
  place: { account: Account; installation: Installation },
): Record<string, unknown> {
  const base = { id: attachment.id, message_id: message.id, account_id: place.account.id };
  if (attachment.place !== undefined) return { ...base, ...placeShape(attachment) };
  if (attachment.card !== undefined) return { ...base, ...cardShape(attachment) };
  const url = dataUrl(attachment, place.installation);
  const fileType = fileTypeOf(attachment.mime);
  return {
    ...base,
    file_type: fileType,
    extension: attachment.fileName.includes('.') ? attachment.fileName.split('.').at(-1) : null,
    content_type: attachment.mime,
    data_url: url,
    thumb_url: fileType === 'image' ? url : '',
    file_size: attachment.size,
    width: fileType === 'image' ? 640 : null,
    height: fileType === 'image' ? 480 : null,
    ...(fileType === 'audio' ? { transcribed_text: attachment.transcript ?? '' } : {}),
  };
}

function placeShape({ fileName, place }: Attachment): Record<string, unknown> {
  return {
    file_type: 'location',
    coordinates_lat: place?.latitude ?? 0,
    coordinates_long: place?.longitude ?? 0,
    fallback_title: fileName,
    data_url: null,
  };
}

function cardShape({ fileName, card }: Attachment): Record<string, unknown> {
  return {
    file_type: 'contact',
    fallback_title: fileName,
    meta: { firstName: card?.first, lastName: card?.last },
  };
}

function fileTypeOf(mime: string): string {
  const major = mime.split('/')[0];
  return major === 'image' || major === 'audio' || major === 'video' ? major : 'file';
}
