import { describe, expect, test } from 'vitest';
import { walkedWords, walkWords } from '../../../lib/coverage/walk-words';
import { type WalkState, walkStops } from '../../../lib/model/walk';
import { walkTimeout } from '../../../lib/model/walk-timeout';

const heardAt = Date.UTC(2026, 2, 9, 12);
const reachesBackTo = Date.UTC(2026, 2, 3, 12);
const at = { platformLabel: 'Chatra', now: heardAt };
const walk = (more: Partial<WalkState> = {}): WalkState => ({
  ...{ conversationId: 'a', count: 1_240, reachesBackTo, heardAt },
  ...more,
});

describe('the words of a walk that somebody asked for', () => {
  test('are none where nobody did', () => {
    expect(walkWords(undefined, at)).toEqual({ sentence: '', isRunning: false });
  });

  test('tell count and earliest date while it goes on, and what to leave alone', () => {
    const { sentence, isRunning } = walkWords(walk(), at);
    expect(isRunning).toBe(true);
    expect(sentence).toMatch(
      /^Reading Chatra’s page\. Don’t touch it until this has finished\. 1,240 messages read, back to .*2026\.$/,
    );
    const first = walkWords(walk({ count: 1, reachesBackTo: undefined }), at);
    expect(first.sentence).toContain('finished. 1 message read.');
  });

  test('a page that fell silent no longer reads, and the panel says so by itself', () => {
    expect(walkWords(walk(), { ...at, now: heardAt + walkTimeout }).isRunning).toBe(true);
    const silent = walkWords(walk(), { ...at, now: heardAt + walkTimeout + 1 });
    expect(silent.isRunning).toBe(false);
    expect(silent.sentence).toMatch(
      /^Stopped because Chatra’s page isn’t responding\. .* 1,240 messages read/,
    );
  });

  test('an end stays the end, however long ago', () => {
    const later = { ...at, now: heardAt + 10 * walkTimeout };
    expect(walkWords(walk({ end: 'agent' }), later).sentence).toMatch(
      /^Stopped because the page was used\. 1,240 messages read/,
    );
  });

  test.each(walkStops)('%s is told in a whole sentence, with how far it came', (end) => {
    const { sentence, isRunning } = walkWords(walk({ end }), at);
    expect(isRunning).toBe(false);
    expect(sentence).toMatch(/^[A-Z].*\. 1,240 messages read, back to .*\.$/);
    expect(walkWords(walk({ end, count: 0 }), at).sentence).toMatch(/\. No messages were read\.$/);
  });

  test.each([
    ['start-mark', 'Chatra marks the oldest of them as the first message.'],
    ['all-in-sight', 'Chatra’s page shows the whole conversation without scrolling.'],
    [
      'nothing-older',
      'Chatra’s page loaded older messages while scrolling until there were no more.',
    ],
  ] as const)('%s tells why nothing older can be missing', (proof, reason) => {
    const { sentence } = walkWords(walk({ end: proof }), at);
    expect(sentence).toMatch(/^1,240 messages read/);
    expect(sentence.endsWith(reason)).toBe(true);
    expect(walkedWords({ proof, asOf: heardAt, count: 9 }, 'Chatra')).toBe(reason);
  });
});

describe('the words of an earlier walk', () => {
  test('say how far it came where the first message was not reached', () => {
    expect(walkedWords({ asOf: heardAt, count: 30, reachesBackTo }, 'Chatra')).toMatch(
      /^Chatra’s page was read, but not back to the first message\. 30 messages read, back to .*\.$/,
    );
  });

  test('say up to when everything is here where later messages may be missing', () => {
    const gap = { proof: 'start-mark', asOf: heardAt, count: 30, hasGap: true } as const;
    expect(walkedWords(gap, 'Chatra')).toMatch(/^Everything up to .* read the page again\.$/);
  });
});
