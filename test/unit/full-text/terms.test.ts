import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersQuery, parseFullTextQuery, termPrefixes } from '../../../lib/full-text/match-query';
import { foldForFullText, indexTerms } from '../../../lib/full-text/terms';
import { typedQuery, writtenText } from './texts';

const finds = (text: string, query: string) =>
  answersQuery(foldForFullText(text), parseFullTextQuery(query));

/** Many numbers in a row, which look like one number in groups. */
const parcels = ['00340434161094000001', '00340434161094000002', '00340434161094000003', '4711815'];

describe('what answers a query', () => {
  it.each([
    ['Where is parcel RX-4711-DE?', 'parcel 4711'],
    ['Where is parcel RX004711DE?', '4711'],
    ['Call me: +49 (0)151 234-56 78', '1512345678'.replace('151', '0151')],
    ['Call me: +49 151 2345678', '491512345678'],
    ['Your order 123-456 is here', '123456'],
    ['Your order 123-456 is here', '456'],
    ['Regal 47/11', '4711'],
    ['code 12.34 5', '1234'],
    ['Call me: 4915123456789', '+49 151 234567'],
    ['Die Straße ist gesperrt', 'strasse'],
    ['ＰＡＲＣＥＬ ４７１１', 'parcel 4711'],
    ['رقم الطلب ٤٧١١', '4711'],
    ['par\u00adcel 47\u200b11', 'parcel 4711'],
    ['荷物が届きました', '荷物'],
    ['荷物が届きました', 'ました'],
    ['荷物が届きました', '届'],
    ['ガイド', 'ガイド'],
    ['택배주문을 했어요', '주문'],
    ['สวัสดีครับ', 'ดีครับ'],
    ['第4711号', '4711'],
    [`Parcels: ${parcels.join(' ')}`, parcels.at(-1) ?? ''],
    [`Orders ${parcels.join('/')} are late`, parcels.at(-1) ?? ''],
    ['משלוח הגיע', 'משלוח'],
    ['شكرا جزيلا', 'شكراً'],
    ['orders and returns', 'order return'],
    ['ana.souza@example.com', 'ana.souza@example.com'],
    ['the order was late', '"order was"'],
    ['don’t know', "don't"],
  ])('%s is found by %s', (text, query) => {
    expect(finds(text, query)).toBe(true);
    const terms = [...indexTerms(foldForFullText(text))];
    for (const prefix of termPrefixes(parseFullTextQuery(query))) {
      expect(terms.some((term) => term.startsWith(prefix))).toBe(true);
    }
  });

  it.each([
    ['reorder', 'order'],
    ['parcel 4712', 'parcel 4711'],
    ['in 12 of 20', '1220'],
    ['room 12 34', '1234'],
    ['12 - 34', '1234'],
    ['the late order', '"order late"'],
    ['物荷', '荷物'],
    ['anything', ''],
    ['anything', '  \n '],
    ['anything', '!?… 👍'],
  ])('%s is not found by %s', (text, query) => {
    expect(finds(text, query)).toBe(false);
  });

  it('reads no more of a query than anybody types', () => {
    const query = parseFullTextQuery('abcd '.repeat(5_000));
    expect(query.parts).toEqual([{ kind: 'word', text: 'abcd' }]);
    const many = Array.from({ length: 3_000 }, (_none, index) => `w${index}`).join(' ');
    expect(parseFullTextQuery(many).parts.length).toBeLessThan(40);
  });
});

describe('laws', () => {
  it('whatever answers a query is led to by each of its beginnings', () => {
    fc.assert(
      fc.property(writtenText, typedQuery, (text, typed) => {
        const folded = foldForFullText(text);
        const query = parseFullTextQuery(typed);
        fc.pre(answersQuery(folded, query));
        const terms = [...indexTerms(folded)];
        const lost = termPrefixes(query).filter(
          (prefix) => !terms.some((term) => term.startsWith(prefix)),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a piece of a text finds it', () => {
    fc.assert(
      fc.property(writtenText, fc.nat(), (text, at) => {
        const words = text.split(/\s+/).filter((word) => parseFullTextQuery(word).parts.length > 0);
        fc.pre(words.length > 0);
        const word = words[at % words.length] ?? '';
        expect(finds(text, word.slice(0, 380))).toBe(true);
      }),
    );
  });

  it('folding again changes nothing', () => {
    fc.assert(
      fc.property(writtenText, (text) => {
        const folded = foldForFullText(text);
        expect(foldForFullText(folded)).toBe(folded);
      }),
    );
  });
});
