import { describe, expect, it } from 'vitest';
import {
  type Coverage,
  coverageReasonSchema,
  coverageStateSchema,
} from '../../../lib/model/coverage';
import type { ReplySourceRow } from '../../../lib/model/reply';
import {
  leftOut,
  leftOutWords,
  sourceLabel,
  sourceTrouble,
} from '../../../lib/replies/source-words';
import { connection, platform } from '../components/panel/snapshots';

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
    const names = {
      platforms: new Map([['chatwoot', platform('chatwoot', 'Chatwoot')]]),
      connections: new Map([
        ['cw', connection('cw', 'chatwoot', 'Support')],
        ['two', connection('two', 'chatwoot', 'Our Chatwoot')],
      ]),
    };
    expect(sourceLabel('own', names)).toBe('My library');
    expect(sourceLabel('team', names)).toBe('Team library');
    expect(sourceLabel('cw', names)).toBe('Chatwoot (Support)');
    expect(sourceLabel('two', names)).toBe('Our Chatwoot');
    expect(sourceLabel('gone', names)).toContain('removed');
  });
});

describe('sourceTrouble', () => {
  it('says nothing while all is stored', () => {
    expect(sourceTrouble(row({}), 'Support', 0)).toBeUndefined();
  });

  it('says which source failed, why, what is shown and what to do', () => {
    const failed = row({ state: 'unauthorised', reason: 'wrong-key' }, { fetchedAt: 1 });
    expect(sourceTrouble(failed, 'Support', 0)).toBe(
      'Support: no access to the responses. Support refused the key. What was loaded before is shown. Enter a current key in the settings.',
    );
    const never = row({ state: 'unreachable', reason: 'offline' });
    expect(sourceTrouble(never, 'Support', 0)).not.toContain('loaded before');
  });

  it('counts what was left out of a source that was read, which is no trouble', () => {
    const one = row({}, { dropped: ['no body'] });
    expect(sourceTrouble(one, 'Team library', 0)).toBeUndefined();
    expect(leftOut(one)).toBe(1);
    expect(leftOut(row({ dropped: 2 }))).toBe(2);
    expect(leftOut(row({ state: 'unreachable', dropped: 2 }))).toBe(0);
    expect(leftOutWords(1, 'Team library')).toBe('Team library: 1 response is left out.');
    expect(leftOutWords(2_000, 'Chatwoot (Support)')).toContain('2,000 responses are left out');
  });

  it('has a sentence that names the source for every state but those of a source that was read', () => {
    const states = coverageStateSchema.options.filter(
      (state) => state !== 'complete' && state !== 'not-connected',
    );
    for (const state of states) {
      for (const reason of coverageReasonSchema.options) {
        const sentence = sourceTrouble(row({ state, reason, dropped: 1 }), 'Support', 0);
        expect(sentence).toMatch(/^Support: .*\.$/);
        expect(sentence).not.toContain('undefined');
      }
    }
  });
});
