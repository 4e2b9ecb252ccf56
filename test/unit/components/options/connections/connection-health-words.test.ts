import { describe, expect, it } from 'vitest';
import { healthWords } from '../../../../../components/options/connections/connection-health-words';
import { coverageReasonSchema } from '../../../../../lib/model/coverage';
import { parrotConnection } from '../examples';

describe('words of a connection’s health', () => {
  it('tells a working and an untried one apart', () => {
    expect(healthWords(parrotConnection(), 'Parrot').tone).toBe('good');
    const untried = parrotConnection({ health: { state: 'unknown' } });
    expect(healthWords(untried, 'Parrot')).toEqual({ text: 'Not tried yet', tone: 'neutral' });
  });

  it.each(coverageReasonSchema.options.filter((reason) => reason !== 'permission-missing'))(
    'says why it fails and does not send people to where they are: %s',
    (reason) => {
      const failing = parrotConnection({ health: { state: 'failing', reason } });
      const { text, tone } = healthWords(failing, 'Parrot');
      expect(tone).toBe('bad');
      expect(text).toMatch(/^Failing\. \S.*\.$/);
      expect(text).not.toContain('the settings');
    },
  );

  it('sends people with a refused key to the form', () => {
    const failing = parrotConnection({ health: { state: 'failing', reason: 'wrong-key' } });
    expect(healthWords(failing, 'Parrot').text).toBe(
      'Failing. Parrot refused the key. Press Edit to correct it.',
    );
  });

  it('does not repeat that a permission is missing once it is back', () => {
    const back = parrotConnection({ health: { state: 'failing', reason: 'permission-missing' } });
    expect(healthWords(back, 'Parrot').tone).toBe('neutral');
  });
});
