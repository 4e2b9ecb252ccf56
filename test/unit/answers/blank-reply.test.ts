import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BlankedReply, blankReply } from '../../../lib/answers/blank-reply';
import { otherCustomer } from '../../../lib/answers/other-customer';
import { runSteps } from '../../../lib/async/run-steps';
import { composeText } from '../../../lib/replies/compose-reply';
import { plainText } from '../../../lib/replies/plain-text';
import { contact } from './stories';

/** What would stand in the composer if every blank were filled with a sign that is in no name. */
function inserted({ body, asWritten }: BlankedReply): string {
  const blanks = [...body.matchAll(/\{\{(ask\.\w+)\}\}/g)].map(([, name = '']) => name);
  const answers = new Map(blanks.map((name) => [name, '…']));
  const { text, missing } = composeText({ body, asWritten }, new Map(), answers);
  expect(missing).toEqual([]);
  return plainText(text);
}

function blanked(reply: string, names: readonly string[] = [], isMarkdown = false) {
  const contacts = names.map((name) => contact({ name }));
  const other = otherCustomer({ contacts, conversations: [], messages: [] });
  return runSteps(blankReply(reply, other, { isMarkdown }));
}

test.each([
  [
    'Hi Anna, your order AC-18830-B is at 12 Baker Street.',
    'Hi {{ask.first_name}}, your order {{ask.reference}} is at {{ask.address}}.',
  ],
  [
    'Write to Anna.Miller@mail.example or call +49 (0)151 234-567',
    'Write to {{ask.email_address}} or call {{ask.number}}',
  ],
  ['It leaves on 5 March 2026, ANNA MILLER.', 'It leaves on {{ask.date}}, {{ask.name}}.'],
  ['Anna’s parcel, Millers Rechnung', '{{ask.first_name}}’s parcel, {{ask.name}} Rechnung'],
  ['Dear Mr Okoro, done.', 'Dear Mr {{ask.name}}, done.'],
  [
    'Look at https://acme.example/help/returns or https://acme.example/o?token=x1',
    'Look at https://acme.example/help/returns or {{ask.link}}',
  ],
])('%s', (reply, body) => {
  expect(blanked(reply, ['Anna Miller'])?.body).toBe(body);
});

test('what anybody may be told stays: hours, amounts, days, years, pages, ordinary words', () => {
  const reply =
    'Open 9:00-17:00, 24/7 by chat. Wash at 30 °C, 500ml, 2 or 3 times, in 3-5 days, since 2019. Error 503. See https://acme.example/help.';
  expect(blanked(reply, ['Anna Miller'])?.body).toBe(reply);
});

test('names in scripts without blanks, before an honorific, and inflected', () => {
  expect(blanked('王先生您好，小明的订单已寄出', ['王小明'])?.body).toBe(
    '{{ask.name}}先生您好，{{ask.name_2}}的订单已寄出',
  );
  expect(blanked('김민수님 안녕하세요', ['김민수'])?.body).toBe('{{ask.name}}님 안녕하세요');
  expect(blanked('Здравствуйте, Анне отправили посылку', ['Анна'])?.body).not.toMatch(/Анн/);
  expect(blanked('ამანათი ნინოსთვის გაიგზავნა, ბერიძისთვის კი არა.', ['ნინო ბერიძე'])?.body).toBe(
    'ამანათი {{ask.first_name}} გაიგზავნა, {{ask.name}} კი არა.',
  );
});

test('marks within a name or a number hide nothing', () => {
  const made = blanked('Hi **An**na, it is 12**345** at a\\_b@x.example', ['Anna'], true);
  expect(made && inserted(made)).not.toMatch(/An\*?\*?na|345|@/);
});

test.each([
  ['Look at millersboots.example/help now', 'Look at {{ask.link}} now'],
  ['Your page millersboots.example is back', 'Your page {{ask.link}} is back'],
  ['Your page anna.boots.example/help is back', 'Your page {{ask.link}} is back'],
  [
    'It is done.Anna can see it, see acme.example/help',
    'It is done.{{ask.first_name}} can see it, see acme.example/help',
  ],
])('a part of the name in an address without a protocol: %s', (reply, body) => {
  expect(blanked(reply, ['Anna Miller'])?.body).toBe(body);
});

test('a number around a name is blanked as a whole', () => {
  expect(blanked('请到柜台12李明345取件', ['李明'])?.body).toBe('请到柜台{{ask.number}}取件');
  expect(blanked('Ihr Paket liegt in Fach 12 李 345 bereit', ['李'])?.body).not.toMatch(/\d/);
});

test('braces of the old text are no variable and no logic of the new one', () => {
  const made = blanked('Write {{contact.email}} and {% if x %} into the field please');
  expect(made && inserted(made)).toContain('{ {contact.email}}');
});

const someName = fc.constantFrom(
  'Anna-Marie Müller',
  'Jürgen Groß',
  'José Ñandú',
  'Søren Ærø',
  'Łukasz Wójcik',
  "Siobhán O'Brien",
  'Will May',
  'Анна Иванова',
  'Γιώργος Παππάς',
  '王小明',
  '田中 太郎',
  '김민수',
  'أحمد علي',
  'נועה כהן',
  'สมชาย ใจดี',
  'priya sharma',
  'Ali',
);
const spelling = fc.constantFrom(
  (name: string) => name,
  (name: string) => name.toUpperCase(),
  (name: string) => name.toLowerCase(),
  (name: string) => name.normalize('NFD'),
  (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC'),
  (name: string) => `${name}'s`,
  (name: string) => `${name}’s`,
  (name: string) => name.split(/[\s-]/)[0] ?? name,
  (name: string) => name.split(/[\s-]/).at(-1) ?? name,
  (name: string) => [...name].join('\u200b'),
  (name: string) =>
    name.replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
);
const separator = fc.constantFrom('', ' ', '-', '.', ' - ', '/', '\u00a0', '’', '\u2011', '**');
const someNumber = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 16 }),
    separator,
    fc.constantFrom(0x30, 0x660, 0x966, 0xff10),
  )
  .map(([digits, between, zero]) =>
    digits.map((digit) => String.fromCharCode(zero + digit)).join(between),
  );
const someAddress = fc
  .tuple(
    fc.constantFrom('anna', 'a.b+c', 'müller', 'имя', 'x_y'),
    fc.constantFrom('mail.example', 'пример.рф', 'a-b.co.uk'),
    fc.constantFrom('@', ' @ ', '＠'),
  )
  .map(([local, domain, at]) => `${local}${at}${domain}`);
const words = fc.constantFrom(
  'Your parcel is on its way',
  'please open the settings',
  '请稍后再试',
  'Vielen Dank für die Geduld',
  'we send a new one',
  '1. Press reset',
  '- with a list',
  '> quoted',
);
const reply = (name: string) =>
  fc
    .array(
      fc.oneof(
        words,
        spelling.map((spell) => spell(name)),
        someNumber,
        someAddress,
      ),
      { minLength: 2, maxLength: 10 },
    )
    .chain((parts) =>
      fc
        .constantFrom(' ', ', ', '\n', ' **')
        .map((between) => ['We look into it today.', ...parts].join(between)),
    );

const seen = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}*\\]/gu, '')
    .toLowerCase()
    .replace(/\p{Nd}/gu, '0');

test('no insertion holds an address, a number of five digits, or a name of the other customer', () => {
  const story = someName.chain((name) => fc.tuple(fc.constant(name), reply(name), fc.boolean()));
  fc.assert(
    fc.property(story, ([name, text, isMarkdown]) => {
      const made = blanked(text, [name], isMarkdown);
      // Where words are left, something is left to insert.
      expect(made).toBeDefined();
      const plain = seen(made === undefined ? '' : inserted(made));
      expect(plain).not.toMatch(/[^\s…]@[^\s…]/);
      expect(plain).not.toMatch(/0{5}|0(?:[^\p{L}0…\n,;]{1,2}0){4}/u);
      for (const part of name.split(/[\s-]/).map(seen)) {
        const isLatin = /^[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}']+$/u.test(part);
        const found = isLatin
          ? new RegExp(`(?<!\\p{L})${part}(?!\\p{L})`, 'u').test(plain)
          : plain.includes(part);
        expect(found, `${part} in ${plain}`).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});
