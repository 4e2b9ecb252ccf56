import type { KustomerMessage } from './schemas';
import { clip } from './values';

const channels = new Map([
  ['email', 'E-mail'],
  ['sms', 'SMS'],
  ['chat', 'Chat'],
  ['sendbird-chat', 'Chat'],
  ['facebook', 'Facebook'],
  ['facebook-wallpost', 'Facebook wall'],
  ['twitter-dm', 'Twitter message'],
  ['twitter-tweet', 'Twitter'],
  ['voice', 'Phone'],
  ['instagram', 'Instagram'],
  ['instagram-comment', 'Instagram comment'],
  ['whatsapp', 'WhatsApp'],
  ['form', 'Form'],
  ['portal', 'Portal'],
]);

/** A channel in words; an organisation's own channels keep the name they have. */
export function channelInWords(channel: string): string {
  return channels.get(channel) ?? channel;
}

type Attributes = KustomerMessage['attributes'];

/** A call without a text: how long it was, or that nobody answered. */
export function callInWords(meta: Attributes['meta']): string {
  if (meta?.answeredAt === undefined)
    return meta?.endedAt === undefined ? 'Call' : 'Call, not answered';
  if (meta.endedAt === undefined || meta.endedAt < meta.answeredAt) return 'Call';
  const seconds = Math.round((meta.endedAt - meta.answeredAt) / 1_000);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `Call, ${seconds} s` : `Call, ${minutes} min ${seconds % 60} s`;
}

/** Why a message was not delivered, in Kustomer's words; `undefined` when nothing failed. */
export function deliveryErrorOf({ status, error }: Attributes): string | undefined {
  if (status !== 'error') return undefined;
  const parts = [error?.title, error?.detail].filter((part) => part !== undefined);
  return clip(parts.length > 0 ? parts.join(': ') : (error?.code ?? 'Not delivered'));
}
