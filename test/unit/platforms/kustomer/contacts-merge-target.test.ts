import { expect, it } from 'vitest';
import { findKustomerMergeTarget } from '../../../../lib/platforms/kustomer/contacts-merge-target';
import { CUSTOMER, customer, FakeKustomer, list, notFound, refused, signal } from './fakes';

const gone = '66a0000000000000000000c9';
const between = '66a0000000000000000000c8';

function merge(source: string, target: string) {
  const to = (id: string) => ({ data: { type: 'customer', id } });
  return { type: 'customer_merge', relationships: { source: to(source), target: to(target) } };
}

it('is whom Kustomer answers with for the old id', async () => {
  const kustomer = new FakeKustomer({ [`/v1/customers/${gone}`]: { data: customer() } });
  expect(await findKustomerMergeTarget(kustomer.ports(), gone, signal)).toMatchObject({
    id: CUSTOMER,
  });
});

it('is whom the merges lead to, through another one that is gone', async () => {
  const kustomer = new FakeKustomer({
    [`/v1/customers/${gone}`]: notFound('id'),
    [`/v1/customers/${gone}/merges`]: list([{ odd: 1 }, merge(gone, between)]),
    [`/v1/customers/${between}`]: notFound('id'),
    [`/v1/customers/${between}/merges`]: list([merge(between, CUSTOMER)]),
    [`/v1/customers/${CUSTOMER}`]: { data: customer() },
  });
  expect(await findKustomerMergeTarget(kustomer.ports(), gone, signal)).toMatchObject({
    id: CUSTOMER,
  });
});

it.each([
  ['nothing tells', { [`/v1/customers/${gone}`]: notFound('id') }],
  [
    'the key may not read merges',
    { [`/v1/customers/${gone}`]: notFound('id'), [`/v1/customers/${gone}/merges`]: refused(403) },
  ],
  ['the contact is there after all', { [`/v1/customers/${gone}`]: { data: customer({}, gone) } }],
  [
    'merges go round in a circle',
    {
      [`/v1/customers/${gone}/merges`]: list([merge(gone, between)]),
      [`/v1/customers/${between}/merges`]: list([merge(between, gone)]),
    },
  ],
])('is nobody when %s', async (_when, answers) => {
  const kustomer = new FakeKustomer(answers);
  expect(await findKustomerMergeTarget(kustomer.ports(), gone, signal)).toBeUndefined();
});
