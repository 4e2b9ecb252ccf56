import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation, Message } from '../../../lib/model/history';
import { excerpt, stepsUntilFound } from '../../../lib/text/excerpt';
import { fold } from '../../../lib/text/fold';
import { matchRanges, searchTerms, splitAtMatches } from '../../../lib/text/search-terms';
import { noFilters } from '../../../lib/timeline/filters';
import { matchingKeys } from '../../../lib/timeline/search';
import { SearchIndex } from '../../../lib/timeline/search-index';
import { buildTimeline } from '../../../lib/timeline/timeline-builder';
import { conversation, message } from './samples';

function found(query: string, messages: Message[], conversations: Conversation[] = []): string[] {
  const platforms = new Map([['cw', 'chatwoot']]);
  const { rows } = buildTimeline({ messages, conversations, platforms, filters: noFilters });
  const terms = searchTerms(query);
  const index = new SearchIndex();
  index.add(messages, messages);
  return matchingKeys(rows, terms, new Set([...index.find(terms)].flat()));
}

function marked(text: string, query: string): string[] {
  const ranges = matchRanges(text, searchTerms(query));
  return ranges.map(({ start, end }) => text.slice(start, end));
}

describe('searchTerms', () => {
  it.each([
    ['Rückgabe  Größe', ['ruckgabe', 'grosse']],
    ['"two lamps" Two', ['two lamps', 'two']],
    ['“two lamps”', ['two lamps']],
    ['a a', ['a']],
    ['"', []],
    ['  ', []],
    ['\u0301', []],
  ])('reads %s', (query, terms) => {
    expect(searchTerms(query)).toEqual(terms);
  });
});

describe('matchingKeys', () => {
  const held = [
    message({ id: '1', sentAt: 4, text: 'Die Straße ist gesperrt', subject: 'Lieferung' }),
    message({ id: '2', sentAt: 3, text: 'ok', author: { role: 'agent', name: 'Zoë Ångström' } }),
    message({
      id: '3',
      sentAt: 2,
      text: 'مُحَمَّد',
      attachments: [{ name: 'Foto.JPG', kind: 'image' }],
    }),
    message({ id: '4', sentAt: 1, text: 'Secret street', deleted: true }),
  ];

  it.each([
    ['STRASSE', ['item:cw/1']],
    ['gesperrt straße', ['item:cw/1']],
    ['lieferung gesperrt', ['item:cw/1']],
    ['zoe angstrom', ['item:cw/2']],
    ['محمد', ['item:cw/3']],
    ['foto', ['item:cw/3']],
    ['street', []],
    ['straße ok', []],
    ['', []],
  ])('finds %s', (query, keys) => {
    expect(found(query, held)).toEqual(keys);
  });

  it('takes a phrase only as it stands, and never over the border of two fields', () => {
    expect(found('"ist gesperrt"', held)).toEqual(['item:cw/1']);
    expect(found('"gesperrt ist"', held)).toEqual([]);
    expect(found('"gesperrt lieferung"', held)).toEqual([]);
  });

  it('finds the headings by what they show', () => {
    const [heading] = found('vat', held, [conversation({ subject: 'Wrong VAT number' })]);
    expect(heading).toMatch(/^run:/);
    expect(found('e-mail', held, [conversation({ channel: 'E-mail' })])).toHaveLength(1);
  });

  it('keeps the order of the rows', () => {
    const many = [1, 3, 2].map((sentAt) => message({ id: `m${sentAt}`, sentAt, text: 'Lamp' }));
    expect(found('lamp', many)).toEqual(['item:cw/m3', 'item:cw/m2', 'item:cw/m1']);
  });
});

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

describe('matchRanges', () => {
  it.each([
    ['Straße, strasse', 'strasse', ['Straße', 'strasse']],
    ['Straße', 'tras', ['traß']],
    ['cafe\u0301s', 'cafe', ['cafe\u0301']],
    ['مُحَمَّد', 'محمد', ['مُحَمَّد']],
    ['ＡＢＣ', 'b', ['Ｂ']],
    ['lampshade', 'lamps shade', ['lampshade']],
    ['aaa', 'aa', ['aa']],
    ['👩‍💻 lamp', 'lamp', ['lamp']],
  ])('marks in %s what %s finds', (text, query, parts) => {
    expect(marked(text, query)).toEqual(parts);
  });

  it('cuts into parts that give the text back, wherever the piece begins', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ß', ' ', '😀') });
    fc.assert(
      fc.property(texts, fc.constantFrom('a', 'e', 's', 'ab'), fc.nat(20), (text, query, at) => {
        const ranges = matchRanges(text, [query]);
        const piece = text.slice(at);
        const parts = splitAtMatches(piece, ranges, at);
        expect(parts.map((part) => part.text).join('')).toBe(piece);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
    );
  });
});

describe('stepsToFind', () => {
  it('asks for as much as shows the first find', () => {
    const text = `${'x '.repeat(15_000)}lamp${' y'.repeat(15_000)}`;
    expect(stepsUntilFound('lamp', ['lamp'])).toBe(0);
    expect(stepsUntilFound(text, ['none'])).toBe(0);
    const steps = stepsUntilFound(text, ['lamp']);
    expect(excerpt(text, steps).text).toContain('lamp');
    expect(excerpt(text, steps - 1).text).not.toContain('lamp');
  });

  it('asks for nothing when the find is in sight already', () => {
    const text = `lamp ${'x '.repeat(15_000)}`;
    expect(stepsUntilFound(text, ['lamp'])).toBe(0);
  });
});
