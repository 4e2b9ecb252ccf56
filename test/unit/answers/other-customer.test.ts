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
