import { expect, test } from 'vitest';
import { capitalPatterns, numberedPatterns } from '../../../lib/answers/reference-patterns';
import { fold } from '../../../lib/text/fold';

function idsIn(text: string, patterns: readonly RegExp[]): string[] {
  const folded = fold(text);
  const found = patterns.flatMap((pattern) => [...folded.matchAll(pattern)].map(([id]) => id));
  return [...new Set(found)].sort();
}

test.each([
  ['Order 815, Ticket 816: sent', ['815', '816']],
  ['Rechnung 815, Bestellung 2047', ['2047', '815']],
  ['commande 815, su pedido 816', ['815', '816']],
  ['订单 815 已发货，工单816', ['815', '816']],
  ['order B12, ticket AB-1', ['ab-1', 'b12']],
  ['ID: 77, Kd-Nr. 815, № 816', ['77', '815', '816']],
  ['Your code is 815', ['815']],
  ['order 500 pieces, order 2 items, 订单100元', []],
  ['order a4 paper, error code is 503, the id is there', []],
])('%s', (text, ids) => {
  expect(idsIn(text, numberedPatterns)).toEqual(ids);
});

test.each([
  ['booking reference QWXZTY', ['qwxzty']],
  ['license key ABCD-EFGH-IJKL-MNOP', ['abcd-efgh-ijkl-mnop']],
  ['Seriennummer: ABCDEF', ['abcdef']],
  ['booking in the app', []],
])('in capitals: %s', (text, ids) => {
  expect(idsIn(text, capitalPatterns)).toEqual(ids);
});
