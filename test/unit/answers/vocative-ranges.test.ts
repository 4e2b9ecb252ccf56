import { expect, test } from 'vitest';
import { vocativeRanges } from '../../../lib/answers/vocative-ranges';
import { foldWithOrigins } from '../../../lib/text/fold';

test.each([
  ['Good news, Anna: it is there.', ['Anna']],
  ['Your order is on its way, Anna.', ['Anna']],
  ['It is 4711, Anna Schmidt!', ['Anna Schmidt']],
  ['I see, Anna, you are right', ['Anna']],
  ['Thank you for waiting, Anna. It is there', ['Anna']],
  ['Anna, it is there', ['Anna']],
  ['It is done. Anna, it is there. Bob - please wait', ['Anna', 'Bob']],
  ['Anna! it is there', ['Anna']],
  ['Gute Nachrichten, Anna: es ist da.', ['Anna']],
  ['Hier ist Ihre Rechnung, Anna.', ['Anna']],
  ['Danke für Ihre Geduld, Anna, es ist da', ['Anna']],
  ['Das Paket ist unterwegs, Jonas!', ['Jonas']],
  ['Votre colis arrive, Amélie !', ['Amélie']],
  ['Lucía, ya está. Su pedido llega mañana, Lucía.', ['Lucía', 'Lucía']],
  ['您的订单已发货，Anna。', ['Anna']],
  ['Open Settings, Security, and choose. It is in Lyon, France.', []],
  ['It is under My account, Orders; open Team, Invite, and wait. Karte, PayPal', []],
  ['We come tomorrow, Bill.', ['Bill']],
  ['Unter Konto, Verträge, Beenden geht das.', []],
  ['However, it is late. Unfortunately, no. Leider, nein. Malheureusement, oui.', []],
  ['Anna’s parcel, Millers Rechnung', []],
])('%s', (text, names) => {
  const folded = foldWithOrigins(text);
  const isUpper = (at: number) => /\p{Lu}/u.test(text.slice(folded.starts[at], folded.ends[at]));
  const found = vocativeRanges(folded.text, isUpper).map(({ start, end }) =>
    text.slice(folded.starts[start], folded.ends[end - 1]),
  );
  expect(found.sort()).toEqual([...names].sort());
});
