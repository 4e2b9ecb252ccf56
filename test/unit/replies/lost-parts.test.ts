import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../lib/model/reply';
import {
  backslashWords,
  lossWords,
  lostParts,
  madeAgainWords,
} from '../../../lib/replies/lost-parts';
import { platform } from '../components/panel/snapshots';

const plain = { title: 'Hi', shortcut: 'hi', body: 'Hello', tags: [], variants: [], platforms: [] };
const rich: Omit<Reply, 'source' | 'id'> = {
  ...plain,
  tags: ['start'],
  language: 'en',
  variants: [{ language: 'de', body: 'Hallo' }],
  platforms: ['chatwoot'],
  audience: 'customer',
  asWritten: true,
};

describe('lostParts', () => {
  it('names everything that is more than a shortcut and a text', () => {
    expect(lostParts(rich)).toEqual([
      'title',
      'tags',
      'language',
      'variants',
      'platforms',
      'audience',
      'asWritten',
    ]);
  });

  it('does not miss a title that is the shortcut, or becomes it', () => {
    expect(lostParts({ ...plain, title: 'hi' })).toEqual([]);
    expect(lostParts({ ...plain, shortcut: '' })).toEqual([]);
  });
});

describe('madeAgainWords', () => {
  it('says once for each platform what does not come back', () => {
    const desk = platform('kustomer', 'Kustomer');
    const partial = {
      ...desk,
      capabilities: { ...desk.capabilities, notMadeAgain: ['attachments', 'limits'] },
    };
    const names = {
      platforms: new Map([
        ['kustomer', partial],
        ['chatwoot', platform('chatwoot', 'Chatwoot')],
      ]),
      connections: new Map([
        ['k1', { label: 'a', platform: 'kustomer' as const }],
        ['k2', { label: 'b', platform: 'kustomer' as const }],
        ['cw', { label: 'c', platform: 'chatwoot' as const }],
      ]),
    };
    expect(madeAgainWords(['k1', 'own', 'k2', 'cw'], names)).toBe(
      'Responses restored in Kustomer come back without attachments or limits.',
    );
    expect(madeAgainWords(['own', 'cw', 'gone'], names)).toBe('');
  });
});

describe('lossWords', () => {
  const desk = platform('chatwoot', 'Chatwoot');

  it('speaks only where something is lost', () => {
    const keeper = { ...desk, capabilities: { ...desk.capabilities, plainReplies: true } };
    expect(lossWords(rich, desk)).toBeUndefined();
    expect(lossWords(rich, undefined)).toBeUndefined();
    expect(lossWords({ ...plain, title: 'hi' }, keeper)).toBeUndefined();
    expect(lossWords({ ...plain, tags: ['a'], title: 'hi' }, keeper)).toBe(
      'Chatwoot keeps only the shortcut and the text. Not kept: tags.',
    );
  });
});

describe('backslashWords', () => {
  it('speaks of what would not go out', () => {
    expect(backslashWords(0)).toBeUndefined();
    expect(backslashWords(1)).toContain('1 backslash is read as Markdown');
    expect(backslashWords(1_200)).toContain('1,200 backslashes are');
  });
});
