import type { Account, Attachment, Installation, Message } from '../tables';

/** Where a file is offered: an ActiveStorage address that redirects to the stored blob. */
export function dataUrl(attachment: Attachment, installation: Installation): string {
  const name = encodeURIComponent(attachment.fileName);
  return `${installation.origin}/rails/active_storage/blobs/redirect/signed-${attachment.id}/${name}`;
}

/** An attachment as it stands in a message. */
export function attachmentShape(
  attachment: Attachment,
  message: Message,
  place: { account: Account; installation: Installation },
): Record<string, unknown> {
  const url = dataUrl(attachment, place.installation);
  const fileType = fileTypeOf(attachment.mime);
  return {
    id: attachment.id,
    message_id: message.id,
    file_type: fileType,
    account_id: place.account.id,
    extension: attachment.fileName.includes('.') ? attachment.fileName.split('.').at(-1) : null,
    content_type: attachment.mime,
    data_url: url,
    thumb_url: fileType === 'image' ? url : '',
    file_size: attachment.size,
    width: fileType === 'image' ? 640 : null,
    height: fileType === 'image' ? 480 : null,
    ...(fileType === 'audio' ? { transcribed_text: '' } : {}),
  };
}

function fileTypeOf(mime: string): string {
  const major = mime.split('/')[0];
  return major === 'image' || major === 'audio' || major === 'video' ? major : 'file';
}
