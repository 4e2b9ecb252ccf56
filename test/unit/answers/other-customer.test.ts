import { expect, test } from 'vitest';
import { otherCustomer } from '../../../lib/answers/other-customer';
import { contact, told } from './stories';

test('names of the record, of its attributes, of who wrote, and what may be one in an address', () => {
  const attributes = [
    { label: 'Spouse', value: 'maria' },
    { label: 'Horse', value: 'Black Beauty' },
    { label: 'Plan', value: 'Business' },
    { label: 'Contract', value: 'K-12' },
    { label: 'City', value: 'Lyon' },
    { label: 'Likes', value: 'tea' },
  ];
  const known = otherCustomer({
    contacts: [
      contact({
        ...{ name: 'Anna Miller', emails: ['anna.miller@mail.example', 'info@acme.example'] },
        ...{ company: 'Acme', location: 'Lund, Sweden', externalIds: ['cust_1'], attributes },
      }),
    ],
    conversations: [],
    messages: told([
      ['customer', 'hello', { author: { name: 'Annie', role: 'contact' } }],
      ['agent', 'hi', { author: { name: 'Sam', role: 'agent' } }],
    ]),
  });
  expect([...known.names].sort()).toEqual(['', 'Anna Miller', 'Annie', 'Black Beauty', 'maria']);
  expect([...known.maybeNames].sort()).toEqual(['anna', 'miller']);
  expect([...known.values]).toEqual(
    expect.arrayContaining(['Acme', 'Lund', 'Sweden', 'cust_1', 'K-12', 'Lyon']),
  );
  expect([...known.values]).not.toContain('Business');
});

test('the domains of their addresses and what stands before the @, of pages they led to, and their user names', () => {
  const known = otherCustomer({
    contacts: [
      contact({
        emails: ['annam88@annas-bakery.co', 'zed@gmail.com', 'sales@shop.example'],
        socials: [{ network: 'X', username: 'bakes_a_lot' }],
      }),
    ],
    conversations: [],
    messages: told([
      ['customer', 'see https://www.blog-of-anna.example/post?id=1'],
      ['agent', 'see https://acme.example/help'],
    ]),
  });
  const values = [
    'annam88',
    'annas-bakery.co',
    'gmail.com',
    'shop.example',
    'blog-of-anna.example',
  ];
  expect([...known.values]).toEqual(expect.arrayContaining(values));
  for (const word of ['sales', 'shop', 'gmail', 'acme.example']) {
    expect([...known.values, ...known.handles]).not.toContain(word);
  }
  const handles = ['annam88', 'annas-bakery', 'zed', 'bakes_a_lot', 'blog-of-anna'];
  expect([...known.handles].sort()).toEqual(handles.sort());
});

test.each([
  ['a link at the end of a sentence', 'My page is https://millerpottery.example.', []],
  ['a link, second level', 'I sell at https://www.millerpottery.co.uk/cups', []],
  ['no protocol', 'My page is millerpottery.com', []],
  ['a page at a host of many', 'See https://millerpottery.pages.example/cups', []],
  ['mail, second level', 'hello', ['a@millerpottery.co.uk']],
])('their own name in an address counts by itself, too: %s', (_what, text, emails) => {
  const messages = told([['customer', text]]);
  const known = otherCustomer({ contacts: [contact({ emails })], conversations: [], messages });
  expect([...known.values]).toContain('millerpottery');
  expect([...known.handles]).toContain('millerpottery');
});

test('what is before the name of a host is often a word of many', () => {
  const messages = told([['customer', 'see https://photos.support.millerpottery.example/1']]);
  const known = otherCustomer({ contacts: [], conversations: [], messages });
  expect([...known.values]).toEqual(['photos.support.millerpottery.example', 'millerpottery']);
});

test.each([
  ['Address', '12 Baker Street, London NW1', ['Baker Street', 'London', 'London NW1']],
  ['Anschrift', 'Hauptweg 5\n10115 Berlin', ['Hauptweg', 'Berlin', '10115 Berlin']],
])('an address counts in parts, with their numbers and without: %s', (label, value, parts) => {
  const attributes = [{ label, value }];
  const contacts = [contact({ attributes })];
  const known = otherCustomer({ contacts, conversations: [], messages: [] });
  expect([...known.values]).toEqual(expect.arrayContaining([value, ...parts]));
});

test('what stands before the @ counts without its signs, too', () => {
  const contacts = [contact({ emails: ['jim.beam@mail.example'] })];
  const known = otherCustomer({ contacts, conversations: [], messages: [] });
  expect([...known.values]).toContain('jimbeam');
});

test('a company counts without its legal form, unless any answer may have that word', () => {
  const valuesOf = (company: string) => [
    ...otherCustomer({ contacts: [contact({ company })], conversations: [], messages: [] }).values,
  ];
  expect(valuesOf('Blue Ocean GmbH & Co. KG')).toEqual(['Blue Ocean GmbH & Co. KG', 'Blue Ocean']);
  expect(valuesOf('Support Ltd')).toEqual(['Support Ltd']);
});
