import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDecisionsFile, writeDecisionsFile } from '../../../lib/identity/decisions-file';
import type { Connection } from '../../../lib/model/connection';
import type { LinkRow, Verdict } from '../../../lib/model/link-decision';
import { ref } from '../refs';

const now = 1_000_000;

function account(id: string, platform: string, apiOrigin = 'https://desk.example'): Connection {
  return {
    id,
    platform,
    label: id,
    apiOrigin,
    pageOrigin: apiOrigin,
    account: '1',
    transport: 'direct',
    health: { state: 'ok' },
    facts: {},
    fields: {},
    createdAt: 0,
  };
}

const here = [account('north-1', 'north'), account('east-1', 'east')];
const link: LinkRow = {
  a: ref('east-1/7'),
  b: ref('north-1/a/b'),
  verdict: 'same',
  by: 'Lena',
  at: 5,
};

const pair = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
  .map(([one, other]) => ({ a: ref(`east-1/${one}`), b: ref(`north-1/${other}`) }));
const links = fc.uniqueArray(
  fc
    .record({
      pair,
      verdict: fc.constantFrom<Verdict>('same', 'unlinked', 'different'),
      at: fc.nat(now),
    })
    .map(({ pair: { a, b }, verdict, at }) => ({ a, b, verdict, at })),
  { selector: ({ a, b }) => `${a} ${b}` },
);

describe('a file of decisions', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(links, (written) => {
        const read = readDecisionsFile(writeDecisionsFile(written, here), here, now);
        expect(read).toEqual({ links: written, left: [] });
      }),
    );
  });

  it('finds the accounts in a browser where they have other ids', () => {
    const there = [account('zz', 'north'), account('aa', 'east')];
    const read = readDecisionsFile(writeDecisionsFile([link], here), there, now);
    expect(read.links).toEqual([{ ...link, a: 'aa/7', b: 'zz/a/b' }]);
  });

  it('keeps the pair in order when other ids turn it around', () => {
    const there = [account('aa', 'north'), account('zz', 'east')];
    const read = readDecisionsFile(writeDecisionsFile([link], here), there, now);
    expect(read.links).toEqual([{ ...link, a: 'aa/a/b', b: 'zz/7' }]);
  });

  it('leaves out decisions about accounts that are not connected, or connected twice', () => {
    const text = writeDecisionsFile([link], here);
    const reason = 'other-account';
    for (const there of [
      [account('n', 'north')],
      [account('n', 'north'), account('e', 'east', 'https://other.example')],
      [account('n', 'north'), account('e', 'east'), account('e2', 'east')],
    ]) {
      expect(readDecisionsFile(text, there, now)).toEqual({
        links: [],
        left: [{ reason, count: 1 }],
      });
    }
  });

  it('drops and counts what is no decision', () => {
    const decisions = [
      link,
      { ...link, verdict: 'maybe' },
      17,
      { ...link, b: link.a },
      { ...link, at: now + 1 },
      { ...link, a: 'no slash' },
      { ...link, verdict: 'different', at: 9 },
    ];
    const text = JSON.stringify({ ...JSON.parse(writeDecisionsFile([], here)), decisions });
    const read = readDecisionsFile(text, here, now);
    expect(read.links).toEqual([{ ...link, verdict: 'different', at: 9 }]);
    expect(read.left).toEqual([
      { reason: 'unreadable', count: 2 },
      { reason: 'about-itself', count: 1 },
      { reason: 'future', count: 1 },
      { reason: 'other-account', count: 1 },
      { reason: 'replaced', count: 1 },
    ]);
  });

  it('counts a decision with a date before all dates as unreadable', () => {
    const text = writeDecisionsFile(
      [
        { ...link, at: -9e15 },
        { ...link, at: -1e20 },
      ],
      here,
    );
    expect(readDecisionsFile(text, here, now)).toEqual({
      links: [],
      left: [{ reason: 'unreadable', count: 2 }],
    });
  });

  it.each(['', '{', '[]', '{"format":"other","version":1}', 'null'])('refuses %j', (text) => {
    expect(() => readDecisionsFile(text, here, now)).toThrow(/Choose a file that Deskside/);
  });
});
