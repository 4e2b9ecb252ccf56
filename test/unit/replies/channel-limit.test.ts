import { describe, expect, it } from 'vitest';
import { chatwootReplyLimits as chatwoot } from '../../../lib/platforms/chatwoot/reply-limits';
import { kustomerReplyLimits as kustomer } from '../../../lib/platforms/kustomer/definition';
import { lengthLimit } from '../../../lib/replies/channel-limit';

const reply = (formatting: 'bold'[] = [], limit?: number) => ({
  composer: 'reply' as const,
  composerState: { formatting, limit },
});

describe('lengthLimit', () => {
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
