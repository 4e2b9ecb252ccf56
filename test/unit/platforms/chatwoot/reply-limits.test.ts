import { describe, expect, it } from 'vitest';
import { chatwootReplyLimits } from '../../../../lib/platforms/chatwoot/reply-limits';
import { lengthLimit } from '../../../../lib/replies/channel-limit';

const reply = (formatting: 'bold'[] = []) => ({
  composer: 'reply' as const,
  composerState: { formatting, limit: undefined },
});

describe('the longest reply', () => {
  it.each([
    ['Live chat', 10_000],
    ['E-mail', 25_000],
    ['Facebook', 2_000],
    ['Instagram', 1_000],
    ['WhatsApp', 4_096],
    ['SMS', 320],
    ['Telegram', 4_096],
    ['LINE', 2_000],
    ['TikTok', 6_000],
  ])('is known for %s', (channel, limit) => {
    expect(lengthLimit(reply(), channel, chatwootReplyLimits)).toEqual({
      channel,
      limit,
      isUnsure: false,
    });
  });

  it('differs between WhatsApp and SMS over Twilio, told apart by the formatting that the composer keeps', () => {
    expect(lengthLimit(reply(['bold']), 'Twilio', chatwootReplyLimits)?.limit).toBe(1_600);
    expect(lengthLimit(reply(), 'Twilio', chatwootReplyLimits)?.limit).toBe(320);
  });
});
