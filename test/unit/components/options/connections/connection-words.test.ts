import { describe, expect, it } from 'vitest';
import {
  failureWords,
  healthWords,
  reportWords,
} from '../../../../../components/options/connections/connection-words';
import { coverageReasonSchema } from '../../../../../lib/model/coverage';
import { parrotConnection } from '../examples';

describe('words of a report', () => {
  it('tells account, agent and version', () => {
    const report = {
      kind: 'ok',
      accountName: 'Acme',
      agentName: 'Jana',
      version: '4.15.1',
      warnings: [],
    } as const;
    expect(reportWords({ ...report, warnings: [] }, 'Parrot')).toBe(
      'Connected to account Acme as Jana, version 4.15.1.',
    );
  });

  it('tells what there is when the platform tells little', () => {
    expect(reportWords({ kind: 'ok', warnings: [] }, 'Parrot')).toBe('Connected to Parrot.');
  });
});

describe('words of a failure', () => {
  it('passes on what the worker says', () => {
    expect(failureWords({ kind: 'failed', message: 'No such parrot.' })).toBe('No such parrot.');
  });

  it('names the hosts that were not allowed', () => {
    expect(failureWords({ kind: 'denied', hosts: ['a.example', 'b.example'] })).toContain(
      'reach a.example and b.example',
    );
  });

  it('says when the worker did not answer', () => {
    expect(failureWords({ kind: 'unanswered' })).toContain('isn’t responding');
  });
});

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
