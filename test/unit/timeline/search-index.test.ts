import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../lib/model/history';
import { fold } from '../../../lib/text/fold';
import { searchTerms } from '../../../lib/text/search-terms';
import { SearchIndex } from '../../../lib/timeline/search-index';
import { message } from './samples';

describe('SearchIndex', () => {
  const [first, second, third] = [1, 2, 3].map((id) =>
    message({ id: String(id), text: `Größe ${id} 😀` }),
  ) as [Message, Message, Message];
  const parts = [[first, second], [third]];

  it('goes on where it stopped, until all parts are ready', () => {
    const index = new SearchIndex();
    expect(index.missing(parts)).toEqual(parts);
    for (const [done, part] of parts.entries()) {
      index.add(part, part.toReversed());
      expect(index.missing(parts)).toEqual(parts.slice(done + 1));
    }
    expect([...index.find(['grosse'])]).toEqual([[first, second], [third]]);
    expect([...index.find(['2', 'grosse'])].flat()).toEqual([second]);
    index.keepOnly([[third], ...parts.slice(0, 1)]);
    expect([...index.find(['grosse'])].flat()).toEqual([first, second]);
  });

  it('finds every word of what a voice message says', () => {
    const word = fc.stringMatching(/^[a-zäß0-9]{3,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.nat(), (words, pick) => {
        const transcript = words.join(' ');
        const spoken = message({
          text: '',
          attachments: [{ name: '', kind: 'audio', transcript }],
        });
        const index = new SearchIndex();
        index.add([spoken], [spoken]);
        const wanted = searchTerms(words[pick % words.length] ?? '');
        return [...index.find(wanted)].flat().length === 1;
      }),
    );
  });

  it('finds nothing of a message that is gone, and the others beside it', () => {
    const index = new SearchIndex();
    index.add([first, second, third], [third, first]);
    expect([...index.find(['grosse'])].flat()).toEqual([first, third]);
  });

  it('finds what a look at each text finds', () => {
    const words = fc.constantFrom('a', 'ab', 'ba', 'é', 'ß', '😀', ' ');
    const texts = fc.array(fc.array(words, { maxLength: 5 }).map((some) => some.join('')));
    fc.assert(
      fc.property(texts, fc.array(words, { minLength: 1, maxLength: 2 }), (all, some) => {
        const messages = all.map((text, id) => message({ id: String(id), text }));
        const terms = searchTerms(some.join(' '));
        if (terms.length === 0) return;
        const index = new SearchIndex();
        index.add(messages, messages);
        const expected = messages.filter(({ text }) =>
          terms.every((term) => fold(text).includes(term)),
        );
        expect([...index.find(terms)].flat()).toEqual(expected);
      }),
    );
  });
});
