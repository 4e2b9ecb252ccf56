import { describe, expect, it } from 'vitest';
import {
  type Coverage,
  coverageReasonSchema,
  coverageStateSchema,
} from '../../../lib/model/coverage';
import type { ReplySourceRow } from '../../../lib/model/reply';
import { sourceLabel, sourceTrouble } from '../../../lib/replies/source-words';

function row(coverage: Partial<Coverage>, given: Partial<ReplySourceRow> = {}): ReplySourceRow {
  return {
    source: 'cw',
    coverage: { state: 'complete', dropped: 0, checkedAt: 0, ...coverage },
    writable: true,
    dropped: [],
    ...given,
  };
}

describe('sourceLabel', () => {
  it('names the own library, the team’s file and a connection', () => {
    const connections = new Map([['cw', { label: 'Support' }]]);
    expect(sourceLabel('own', connections)).toBe('My library');
    expect(sourceLabel('team', connections)).toBe('Team library');
    expect(sourceLabel('cw', connections)).toBe('Support');
    expect(sourceLabel('gone', connections)).toContain('removed');
  });
});

describe('sourceTrouble', () => {
  it('says nothing while all is held', () => {
    expect(sourceTrouble(row({}), 'Support', 0)).toBeUndefined();
  });

  it('says which source failed, why, what is shown and what to do', () => {
    const failed = row({ state: 'unauthorised', reason: 'wrong-key' }, { fetchedAt: 1 });
    expect(sourceTrouble(failed, 'Support', 0)).toBe(
      'Support: the responses may not be read: the key was refused. What was read before is shown. Enter a current key in the settings.',
    );
    const never = row({ state: 'unreachable', reason: 'offline' });
    expect(sourceTrouble(never, 'Support', 0)).not.toContain('read before');
  });

  it('counts what was left out', () => {
    const one = row({}, { dropped: ['no body'] });
    expect(sourceTrouble(one, 'Team library', 0)).toContain(
      '1 response could not be read and is left',
    );
    expect(sourceTrouble(row({ dropped: 2 }), 'Support', 0)).toContain('2 responses');
  });

  it('has a sentence that names the source for every state and reason', () => {
    for (const state of coverageStateSchema.options) {
      for (const reason of coverageReasonSchema.options) {
        const told = sourceTrouble(row({ state, reason, dropped: 1 }), 'Support', 0);
        expect(told).toMatch(/^Support: .*\.$/);
        expect(told).not.toContain('undefined');
      }
    }
  });
});
