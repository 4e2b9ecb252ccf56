import { describe, expect, it } from 'vitest';
import { linkedByHand } from '../../../lib/identity/linked-by-hand';
import type { LinkRow, Verdict } from '../../../lib/model/link-decision';
import { ref } from '../refs';

const link = (a: string, b: string, verdict: Verdict, at = 1): LinkRow => ({
  a: ref(a),
  b: ref(b),
  verdict,
  at,
});

describe('records that were linked by hand', () => {
  it('are reached directly and over others, from either end', () => {
    const links = [
      link('c/1', 'd/2', 'same'),
      link('d/2', 'e/3', 'same'),
      link('x/8', 'y/9', 'same'),
    ];
    const all = [ref('c/1'), ref('d/2'), ref('e/3')];
    expect([...linkedByHand(ref('c/1'), links)].sort()).toEqual(all);
    expect([...linkedByHand(ref('e/3'), links)].sort()).toEqual(all);
  });

  it('end where the word was taken back', () => {
    const links = [link('c/1', 'd/2', 'same', 1), link('c/1', 'd/2', 'unlinked', 2)];
    expect([...linkedByHand(ref('c/1'), links)]).toEqual([ref('c/1')]);
  });

  it('are not reached over one that was separated from the whole person later', () => {
    const links = [
      link('c/1', 'd/2', 'same', 1),
      link('d/2', 'e/3', 'same', 2),
      { ...link('d/2', 'f/4', 'different', 5), person: ['f/4', 'c/1', 'e/3'].map(ref) },
    ];
    expect([...linkedByHand(ref('c/1'), links)]).toEqual([ref('c/1')]);
  });
});
