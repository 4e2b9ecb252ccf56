import type { ReplyLimit } from '../../model/descriptor';

/**
 * The most characters of a reply for each channel, in the words of `channelInWords` (dossier §8.3).
 * Where Kustomer's own papers differ, the lower figure: for chat they say 1,024 and 10,240, for
 * Twitter messages 280 and 10,000.
 */
export const replyLimits: ReplyLimit[] = [
  { channel: 'E-mail', limit: 10_240 },
  { channel: 'SMS', limit: 1_600 },
  { channel: 'WhatsApp', limit: 1_600 },
  { channel: 'Chat', limit: 1_024, isUnsure: true },
  { channel: 'Facebook', limit: 2_000 },
  { channel: 'Instagram', limit: 1_000 },
  { channel: 'Twitter message', limit: 280, isUnsure: true },
  { channel: 'Twitter', limit: 280 },
];
