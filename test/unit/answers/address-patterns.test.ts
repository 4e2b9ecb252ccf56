import { expect, test } from 'vitest';
import { addressPatterns } from '../../../lib/answers/address-patterns';
import { otherCustomer } from '../../../lib/answers/other-customer';
import { knownWords, personalRanges } from '../../../lib/answers/personal-ranges';
import { runSteps } from '../../../lib/async/run-steps';

const nobody = knownWords(otherCustomer({ contacts: [], conversations: [], messages: [] }));

function addressesIn(text: string): string[] {
  return runSteps(personalRanges(text, nobody))
    .filter(({ kind }) => kind === 'address')
    .map(({ start, end }) => text.slice(start, end));
}

test.each([
  'Baker Street 12',
  'MAIN STREET 5',
  '12 baker street',
  'hauptstraße 5',
  'PO Box 123',
  'Postfach 123',
  'C/ Mayor 4',
  'Av. Reforma 222',
  'Am Markt 5',
  'An der Alster 12',
  'Невский проспект, 28',
  '서울특별시 강남구 테헤란로 123',
  '杭州市西湖区文三路',
  '上海市浦东新区世纪大道100弄5号',
  '3号楼2单元501室',
  '10115 Berlin',
])('an address, whole: %s', (address) => {
  expect(addressesIn(`${address}, ok`)).toEqual([address]);
});

test('what goes on behind an address belongs to it', () => {
  expect(addressesIn('Hauptweg 5, 8001 Zürich. 12 Baker Street, Apt 4B')).toEqual([
    'Hauptweg 5',
    '8001 Zürich',
    '12 Baker Street',
    'Apt 4B',
  ]);
});

test.each([
  'Am Schalter 5, Zum Preis 5, An der Kasse 3.',
  '10000 Punkte, 5 minutes street view, on Main Street.',
  'Google Drive 2, Unit 3, Suite 400',
  '친구에게 다시 카드로 3',
])('no address: %s', (text) => {
  expect(addressesIn(text)).toEqual([]);
});

test('each may be looked for in every place', () => {
  expect(addressPatterns.every(([pattern]) => pattern.global && pattern.unicode)).toBe(true);
});
