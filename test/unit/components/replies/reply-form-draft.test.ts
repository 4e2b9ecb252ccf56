import { describe, expect, it } from 'vitest';
import {
  draftCopy,
  draftOf,
  draftProblems,
  emptyDraft,
  replyOf,
} from '../../../../components/replies/reply-form-draft';
import { reply } from '../panel/replies/samples';

const full = reply({
  tags: ['start', 'kind'],
  language: 'pt-BR',
  variants: [{ language: 'de', body: 'Hallo' }],
  platforms: ['acme'],
  audience: 'customer',
  asWritten: true,
});

describe('a draft of a response', () => {
  it('gives back what it was made of', () => {
    expect(replyOf(draftOf(full))).toEqual(full);
  });

  it('is a new one in another source when it is a copy', () => {
    const { source, id, ...content } = full;
    expect({ source, id }).toEqual({ source: 'own', id: '1' });
    expect(replyOf(draftCopy(full, 'cw'))).toEqual({ ...content, source: 'cw' });
  });

  it('is tidied: no slash before the shortcut, no tag twice, no empty variant', () => {
    const tidied = replyOf({
      ...emptyDraft('own'),
      shortcut: ' /hi ',
      body: 'Hi',
      tags: 'a, ,b,a',
      variants: [
        { language: 'de', body: ' ' },
        { language: ' sv', body: 'Hej' },
      ],
    });
    expect(tidied).toMatchObject({ title: 'hi', shortcut: 'hi', tags: ['a', 'b'] });
    expect(tidied.variants).toEqual([{ language: 'sv', body: 'Hej' }]);
  });

  it('takes tags apart at the signs of any keyboard, but none that nobody touched', () => {
    const typed = replyOf({
      ...emptyDraft('own'),
      title: 'x',
      body: 'x',
      tags: '退款，发货、急；a;b',
    });
    expect(typed.tags).toEqual(['退款', '发货', '急', 'a', 'b']);
    const base = reply({ tags: ['size, colour', '退款、换货'] });
    expect(replyOf({ ...draftOf(base), body: 'New' }).tags).toEqual(base.tags);
  });

  it('says what has to be put right', () => {
    expect(draftProblems(draftOf(full))).toEqual({});
    expect(Object.keys(draftProblems(emptyDraft('own')))).toEqual(['title', 'body']);
    const variants = [{ language: '?', body: 'Hallo' }];
    const wrong = { ...draftOf(full), shortcut: 'two words', language: 'klingon!', variants };
    expect(Object.keys(draftProblems(wrong))).toEqual(['shortcut', 'language', 'variants']);
    expect(draftProblems({ ...draftOf(full), language: 'English' })).toHaveProperty('language');
    expect(draftProblems({ ...draftOf(full), language: 'zh-Hant-TW' })).toEqual({});
  });
});
