import { describe, expect, it } from 'vitest';
import { type Reply, replyRef } from '../../../lib/model/reply';
import { ReplyIndex } from '../../../lib/replies/search-replies';
import { suggestReplies } from '../../../lib/replies/suggest-replies';
import {
  type SuitabilityContext,
  suitabilityPoints,
  textFor,
} from '../../../lib/replies/suitability';
import { reply } from './samples';

const now = 1_700_000_000_000;
const nowhere: SuitabilityContext = { usage: new Map(), now };

function found(replies: Reply[], query: string, suiting: SuitabilityContext = nowhere): string[] {
  const index = new ReplyIndex(replies);
  return index.search(query, index.suitabilityOf(suiting)).map(({ id }) => id);
}

const library = [
  reply({ id: 'refund', shortcut: 'refund', title: 'How a refund works', body: 'We pay it back.' }),
  reply({
    id: 'track',
    shortcut: 'track',
    title: 'Where is my parcel',
    tags: ['shipping', 'delay'],
  }),
  reply({ id: 'size', shortcut: 'sz', title: 'Größe tauschen', body: 'Kein Problem, Ana.' }),
  reply({ id: 'ru', title: 'Возврат денег', body: 'Мы вернём деньги' }),
  reply({ id: 'zh', title: '退款说明', body: '我们会在三天内退款。' }),
  reply({ id: 'ar', title: 'سياسة الإرجاع', body: 'مُحَمَّد' }),
  reply({ id: 'gone', title: 'Refund of old', deletedAt: now }),
];

describe('ReplyIndex.search', () => {
  it.each([
    ['refund', ['refund']],
    ['/refund', ['refund']],
    ['REFUND how', ['refund']],
    ['ship', ['track']],
    ['groesse', ['size']],
    ['grosse', ['size']],
    ['problem ana', ['size']],
    ['возврат', ['ru']],
    ['ДЕНЬГИ', ['ru']],
    ['退款', ['zh']],
    ['محمد', ['ar']],
    ['nothing at all', []],
    ['refnud', ['refund']],
    ['parcl', ['track']],
    ['возрат', ['ru']],
  ])('finds %s', (query, ids) => {
    expect(found(library, query)).toEqual(ids);
  });

  it('ranks the shortcut before the title, the title before tags, these before the body', () => {
    const ranked = [
      reply({ id: '5', title: 'x', body: 'unvatted' }),
      reply({ id: '4', title: 'x', body: 'about vat' }),
      reply({ id: '3', title: 'x', tags: ['vat'] }),
      reply({ id: '2', title: 'The VAT' }),
      reply({ id: '1', shortcut: 'vat-number' }),
      reply({ id: '0', shortcut: 'vat' }),
    ];
    expect(found(ranked, 'vat')).toEqual(['0', '1', '2', '3', '4', '5']);
  });

  it('ranks by use, and an old use less', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => reply({ id, title: `Hello ${id}` }));
    const used = (id: string, lastUsedAt: number) => ({ source: 'own', id, count: 8, lastUsedAt });
    const usage = new Map([
      ['own/c', used('c', now)],
      ['own/b', used('b', now - 200 * 24 * 3_600_000)],
    ]);
    const all = [a, b, c].flatMap((each) => each ?? []);
    expect(found(all, 'hello', { usage, now })).toEqual(['c', 'b', 'a']);
    expect(found(all, '', { usage, now })).toEqual(['c', 'b', 'a']);
    expect(all.map(replyRef)).toContain('own/c');
  });

  it('ranks by what suits the platform, the language, the composer and the conversation', () => {
    const one = reply({ id: '1', title: 'Hello', platforms: ['otherdesk'] });
    const two = reply({ id: '2', title: 'Hello' });
    expect(found([one, two], 'hello', { ...nowhere, platform: 'thisdesk' })).toEqual(['2', '1']);
    expect(found([two, one], 'hello', { ...nowhere, platform: 'otherdesk' })).toEqual(['1', '2']);
    const german = reply({ id: 'de', title: 'Hello', language: 'de' });
    expect(found([two, german], 'hello', { ...nowhere, language: 'de-AT' })).toEqual(['de', '2']);
    expect(found([german, two], 'hello', { ...nowhere, language: 'fr' })).toEqual(['2', 'de']);
    const internal = reply({ id: 'in', title: 'Hello', audience: 'internal' });
    expect(found([internal, two], 'hello', { ...nowhere, mode: 'reply' })).toEqual(['2', 'in']);
    const lamp = reply({ id: 'lamp', title: 'Hello', body: 'About the broken lamp' });
    const lastMessage = 'my lamp is broken';
    expect(found([two, lamp], 'hello', { ...nowhere, lastMessage })).toEqual(['lamp', '2']);
  });

  it('stays quick with a body of 40,000 signs that holds the term everywhere', () => {
    const long = reply({ id: 'long', body: 'ab'.repeat(20_000) });
    expect(found([long], 'ba')).toEqual(['long']);
  });
});

describe('suggestReplies', () => {
  const suggested = (message: string, suiting = nowhere): string[] => {
    const index = new ReplyIndex(library);
    return suggestReplies(index, message, index.suitabilityOf(suiting)).map(({ id }) => id);
  };

  it.each([
    ['When will I get my refunds?', ['refund']],
    ['The parcel has a delay', ['track']],
    ['Мне нужен возврат', ['ru']],
    ['请问怎么退款', ['zh']],
    ['Hmm', []],
    ['', []],
  ])('for %s', (message, ids) => {
    expect(suggested(message)).toEqual(ids);
  });

  it('gives three at most, the one that is used before the others', () => {
    const many = [1, 2, 3, 4].map((id) => reply({ id: String(id), title: `Invoice ${id}` }));
    const rest = Array.from({ length: 10 }, (_, id) => reply({ id: `x${id}`, title: 'Other' }));
    const index = new ReplyIndex([...many, ...rest]);
    const usage = new Map([['own/4', { source: 'own', id: '4', count: 9, lastUsedAt: now }]]);
    const suitability = index.suitabilityOf({ usage, now });
    expect(suggestReplies(index, 'my invoice', suitability).map(({ id }) => id)).toEqual([
      '4',
      '1',
      '2',
    ]);
  });
});

describe('textFor', () => {
  it('takes the variant in the language of the customer, exact before close', () => {
    const variants = [
      { language: 'pt', body: 'pt' },
      { language: 'pt-BR', body: 'br' },
    ];
    const each = reply({ body: 'en', language: 'en', variants });
    expect(
      ['pt-BR', 'pt-PT', 'en-GB', 'sv', undefined].map((at) => textFor(each, at).body),
    ).toEqual(['br', 'pt', 'en', 'en', 'en']);
  });

  it('takes the response’s own text only where no other fits the customer’s language better', () => {
    const variants = [
      { language: 'zh-TW', body: 'tw' },
      { language: 'zh', body: 'zh' },
    ];
    const each = reply({ body: 'cn', language: 'zh-CN', variants });
    expect(
      ['zh-TW', 'zh_TW', 'zh-CN', 'zh-HK', 'zh', 'en'].map((at) => textFor(each, at).body),
    ).toEqual(['tw', 'tw', 'cn', 'tw', 'zh', 'cn']);
  });

  it.each([
    ['nb-NO', 'no'],
    ['no', 'nb'],
    ['iw', 'he'],
    ['in_ID', 'id'],
    ['sr-Latn-RS', 'sr-Latn'],
    ['zh-Hant', 'zh-TW'],
  ])('for a customer whose language is %s is the one in %s', (language, code) => {
    const others = ['sr', 'zh', code].map((each) => ({ language: each, body: each }));
    const each = reply({ body: 'en', language: 'en', variants: others });
    expect(textFor(each, language).body).toBe(code);
    const points = [reply({ language: code }), reply({ language: 'fr' })].map((one) =>
      suitabilityPoints(one, { ...nowhere, language }),
    );
    expect(points).toEqual([6, -6]);
  });
});
