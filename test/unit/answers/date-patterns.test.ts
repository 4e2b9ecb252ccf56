import { expect, test } from 'vitest';
import { datePatterns } from '../../../lib/answers/date-patterns';
import { fold } from '../../../lib/text/fold';

const patterns = datePatterns('march|mar|marz|dic|abr');

function datesIn(text: string): string[] {
  const folded = fold(text);
  const found = patterns.flatMap((pattern) => [...folded.matchAll(pattern)].map(([date]) => date));
  return [...new Set(found)].sort();
}

test.each([
  ['5-Mar-2026', ['5-mar-2026']],
  ['den 5ten März', ['5ten marz']],
  ['5 dic, 5 abr.', ['5 abr.', '5 dic']],
  ['on 5/3 it, am 5/3, by 5/3', ['5/3']],
  ['on the 5th we, by the 6th.', ['5th', '6th']],
  ['by Friday 5th', ['friday 5th']],
  ['am 5. und bis zum 6.', ['5.', '6.']],
  ['Freitag, den 5. da', ['5.', 'freitag, den 5.']],
  ['el lunes 5 llega', ['lunes 5']],
  ['三月五日到，二〇二六年三月五日', ['三月五日', '二〇二六年三月五日']],
  ['on the 1st try, on the 2nd floor', []],
  ['am 3. Tag, zum 2. Mal', []],
  ['by 1/3, 2/3 full, on 24/7 duty', []],
  ['lunes 9 a 17, Monday 9 to 5', []],
  ['version 2.10.3, iOS 17.2.1', []],
  ['三个月，五月', []],
])('%s', (text, dates) => {
  expect(datesIn(text)).toEqual(dates);
});
