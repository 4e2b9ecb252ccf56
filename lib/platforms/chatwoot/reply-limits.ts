import type { ReplyLimit } from '../../model/descriptor';

/**
 * The most characters of a reply for each channel, by the names of `channelName`
 * (README.md#reply-limits). One type stands for SMS and WhatsApp over Twilio; only for WhatsApp
 * does the composer keep formatting; an old text area keeps none for either.
 */
export const chatwootReplyLimits: ReplyLimit[] = [
  { channel: 'Live chat', limit: 10_000 },
  { channel: 'API', limit: 10_000 },
  { channel: 'E-mail', limit: 25_000 },
  { channel: 'Facebook', limit: 2_000 },
  { channel: 'Instagram', limit: 1_000 },
  { channel: 'WhatsApp', limit: 4_096 },
  { channel: 'Twilio', limit: 1_600, keepsFormatting: true },
  { channel: 'Twilio', limit: 320, keepsFormatting: false, isUnsure: true },
  { channel: 'SMS', limit: 320 },
  { channel: 'Telegram', limit: 4_096 },
  { channel: 'LINE', limit: 2_000 },
  { channel: 'Twitter', limit: 10_000 },
  { channel: 'TikTok', limit: 6_000 },
];
