import { describe, expect, it } from 'vitest';
import type { ComposerState } from '../../../lib/model/composer';
import type { PageContext } from '../../../lib/model/page';
import { composerTarget, mismatchQuestion } from '../../../lib/replies/composer-words';

function context(
  composer: PageContext['composer'],
  blocked?: ComposerState['blocked'],
): PageContext {
  return {
    platform: 'acme',
    view: 'person',
    hints: { emails: [], phones: [] },
    composer,
    ...(blocked === undefined ? {} : { composerState: { formatting: [], blocked } }),
  };
}

describe('targetOf', () => {
  it('tells reply from private note', () => {
    expect(composerTarget(context('reply'), 'Acme')).toEqual({ kind: 'open', mode: 'reply' });
    expect(composerTarget(context('note'), 'Acme')).toEqual({ kind: 'open', mode: 'note' });
  });

  it('says in its own words why nothing can be put in', () => {
    const reasons = ['join-first', 'replies-closed', 'read-only', 'several'] as const;
    const targets = [
      ...reasons.map((blocked) => composerTarget(context('reply', blocked), 'Acme')),
      composerTarget(context('none'), 'Acme'),
    ];
    expect(targets.every((target) => target.kind === 'shut')).toBe(true);
    expect(new Set(targets.map((target) => JSON.stringify(target))).size).toBe(targets.length);
    expect(composerTarget(undefined, 'Acme').kind).toBe('shut');
  });
});

describe('mismatchQuestion', () => {
  it('asks only where the text is for others than the composer', () => {
    expect(mismatchQuestion({ audience: 'customer' }, 'note')).toContain('customer');
    expect(mismatchQuestion({ audience: 'internal' }, 'reply')).toContain('colleagues');
    expect(mismatchQuestion({ audience: 'customer' }, 'reply')).toBeUndefined();
    expect(mismatchQuestion({ audience: 'internal' }, 'note')).toBeUndefined();
    expect(mismatchQuestion({}, 'note')).toBeUndefined();
  });
});
