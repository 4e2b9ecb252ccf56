import { describe, expect, it } from 'vitest';
import {
  failureWords,
  reportWords,
} from '../../../../../components/options/connections/test-outcome-words';

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
