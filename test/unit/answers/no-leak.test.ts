import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BlankedReply, blankReply } from '../../../lib/answers/blank-reply';
import { otherCustomer } from '../../../lib/answers/other-customer';
import { runSteps } from '../../../lib/async/run-steps';
import { composeText } from '../../../lib/replies/compose-reply';
import { plainText } from '../../../lib/replies/plain-text';
import { contact } from './stories';

/** Somebody whom an old reply was written to. */
interface Somebody {
  first: string;
  last: string;
  local: string;
  domain: string;
  phone: string;
  order: string;
  street: string;
  token: string;
}

const letters = (text: string) =>
  fc.array(fc.constantFrom(...text), { minLength: 5, maxLength: 9 }).map((each) => each.join(''));
/** A word that is no other word: consonants that no language writes so. */
const made = letters('bdfgkpvxz').map((word) => `q${word}`);
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });

const somebody: fc.Arbitrary<Somebody> = fc
  .record({
    ...{ first: made, last: made, local: made, domain: made, token: made, street: made },
    phone: digits(7).map((each) => `+49 15${each.slice(0, 3).join('')} ${each.slice(3).join('')}`),
    order: digits(6).map((each) => `AB-${each.join('')}`),
  })
  .map((each) => ({
    ...each,
    ...{ first: capital(each.first), last: capital(each.last), street: capital(each.street) },
  }));

/** Places in a reply, in the five languages, where something of the customer stands. */
const places: readonly ((one: Somebody) => string)[] = [
  ({ first }) => `Hi ${first} how are you?`,
  ({ first }) => `hi ${first.toLowerCase()}, it is there`,
  ({ first }) => `Thanks ${first}!`,
  ({ first, last }) => `Thank you, ${first} ${last}.`,
  ({ first }) => `Good news, ${first}: it is there.`,
  ({ first }) => `Thanks for your patience ${first}!`,
  ({ first }) => `${first}, your parcel is there`,
  ({ last }) => `Dear Mrs ${last}`,
  ({ first }) => `Vielen Dank ${first} für die Nachricht.`,
  ({ first }) => `Hier ist Ihre Rechnung, ${first}.`,
  ({ last }) => `Sehr geehrte Frau ${last},`,
  ({ first }) => `Merci ${first} pour votre message.`,
  ({ first }) => `Votre colis arrive, ${first} !`,
  ({ first }) => `Gracias ${first} por esperar.`,
  ({ first }) => `¡Hola ${first}! Su pedido llega mañana.`,
  ({ first }) => `您好${first}，您的订单已发货。`,
  ({ local, domain }) => `We wrote to ${local}@${domain}.example`,
  ({ phone }) => `we call you at ${phone}`,
  ({ order }) => `your order ${order} is there`,
  ({ street }) => `it goes to 12 ${street} Street`,
  ({ street }) => `es geht an die ${street}straße 12`,
  ({ token }) => `see https://acme.example/reset/${token}`,
  ({ token }) => `see www.acme.example/${token}/help`,
  ({ token }) => `see acme.example/r/${token}`,
  ({ first, last }) => `see https://acme.example/u/${first.toLowerCase()}-${last.toLowerCase()}`,
  ({ first }) => `see https://${first.toLowerCase()}.acme.example/help`,
];
/** These are in no pattern: that they are told is known from the record. */
const knownPlaces: readonly ((one: Somebody) => string)[] = [
  ({ first }) => `we told ${first} so`,
  ({ last }) => `the ${last.toUpperCase()} account`,
  ({ local }) => `see https://acme.example/help?who=${local}`,
  ({ local }) => `see https://${local}.example/help`,
  ({ local }) => `you sign in as ${local}`,
  ({ domain }) => `see https://${domain}.example/help`,
  ({ domain }) => `the records of ${domain}.example are wrong`,
];

function inserted({ body, asWritten }: BlankedReply): string {
  const blanks = [...body.matchAll(/\{\{(ask\.\w+)\}\}/g)].map(([, name = '']) => name);
  return plainText(
    composeText({ body, asWritten }, new Map(), new Map(blanks.map((name) => [name, '…']))).text,
  );
}

const nobody = otherCustomer({ contacts: [], conversations: [], messages: [] });

function recordOf({ first, last, local, domain, phone }: Somebody) {
  const own = { name: `${first} ${last}`, emails: [`${local}@${domain}.example`], phones: [phone] };
  return otherCustomer({ contacts: [contact(own)], conversations: [], messages: [] });
}

/** No part of a word of theirs, and none of their numbers, in the old reply made new. */
function expectNoneOf(one: Somebody, made: BlankedReply | undefined) {
  expect(made).toBeDefined();
  const plain = made === undefined ? '' : inserted(made).toLowerCase();
  for (const own of Object.values(one)) {
    for (const part of own.toLowerCase().split(/[^a-z0-9]+/)) {
      if (part.length > 4) expect(plain).not.toContain(part);
    }
  }
}

const some = (of: readonly ((one: Somebody) => string)[]) =>
  fc.tuple(
    somebody,
    fc.array(fc.constantFrom(...of), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('\n', '\n\n'),
    fc.boolean(),
  );

test('nothing of somebody of whom no record is held stays in a reply, wherever it stands', () => {
  fc.assert(
    fc.property(some(places), ([one, at, between, isMarkdown]) => {
      const reply = [...at.map((place) => place(one)), 'We look into it today.'].join(between);
      expectNoneOf(one, runSteps(blankReply(reply, nobody, { isMarkdown })));
    }),
    { numRuns: 250 },
  );
});

test('nothing that is in a record stays in a reply, wherever it stands', () => {
  fc.assert(
    fc.property(some([...places, ...knownPlaces]), ([one, at, between, isMarkdown]) => {
      const reply = [...at.map((place) => place(one)), 'We look into it today.'].join(between);
      expectNoneOf(one, runSteps(blankReply(reply, recordOf(one), { isMarkdown })));
    }),
    { numRuns: 250 },
  );
});
