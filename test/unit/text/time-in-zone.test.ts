import { describe, expect, it } from 'vitest';
import { timeInZone } from '../../../lib/text/time-in-zone';

describe('placeTime', () => {
  const moment = Date.UTC(2026, 10, 20, 13, 5);

  it('tells the clock there', () => {
    expect(timeInZone('Asia/Tokyo', moment)).toMatchObject({ clock: '22:05', zone: 'GMT+9' });
  });

  it('tells the weekday where it is another day', () => {
    const places = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].map((zone) =>
      timeInZone(zone, moment),
    );
    expect(places.some((place) => place?.weekday !== undefined)).toBe(true);
  });

  it.each(['', 'Mars/Olympus', 'CEST+1?'])('does not know %s', (zone) => {
    expect(timeInZone(zone, moment)).toBeUndefined();
  });
});
