import { describe, expect, it } from 'vitest';
import { chatwootReplyLimits as chatwoot } from '../../../lib/platforms/chatwoot/channels';
import { kustomerReplyLimits as kustomer } from '../../../lib/platforms/kustomer/definition';
import { lengthLimit } from '../../../lib/replies/channel-limit';

const reply = (formatting: 'bold'[] = [], limit?: number) => ({
  composer: 'reply' as const,
  composerState: { formatting, limit },
});

describe('lengthLimit', () => {
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
  ])('knows Chatwoot’s figure for %s', (channel, limit) => {
    expect(lengthLimit(reply(), channel, chatwoot)).toEqual({
      channel,
      limit,
      isUnsure: false,
    });
  });

  it('tells WhatsApp from SMS over Twilio by the formatting that the composer keeps', () => {
    expect(lengthLimit(reply(['bold']), 'Twilio', chatwoot)?.limit).toBe(1_600);
    expect(lengthLimit(reply(), 'Twilio', chatwoot)?.limit).toBe(320);
  });

  it('goes by the strictest of several channels, and of the composer', () => {
    expect(lengthLimit(reply(), 'E-mail, WhatsApp, Phone', kustomer)).toEqual({
      channel: 'WhatsApp',
      limit: 1_600,
      isUnsure: true,
    });
    expect(lengthLimit(reply(), 'WhatsApp', kustomer)?.isUnsure).toBe(false);
    expect(lengthLimit(reply(), 'Chat', kustomer)).toMatchObject({ limit: 1_024, isUnsure: true });
    expect(lengthLimit(reply([], 100), 'WhatsApp', kustomer)).toEqual({ limit: 100 });
  });

  it('says nothing of what nobody knows, and a note has no channel', () => {
    expect(lengthLimit(reply(), 'Carrier pigeon', chatwoot)).toBeUndefined();
    expect(lengthLimit(reply(), undefined, chatwoot)).toBeUndefined();
    const note = { ...reply([], 10_000), composer: 'note' as const };
    expect(lengthLimit(note, 'SMS', chatwoot)).toEqual({ limit: 10_000 });
  });
});
