import { describe, expect, it } from 'vitest';
import { FieldProblem } from '../../../../lib/platforms/contract/contact-fields';
import { customerFields } from '../../../../lib/platforms/kustomer/contact-fields';
import { CUSTOMER, contact, customer, FakeKustomer, signal } from './fakes';

const address = `/v1/customers/${CUSTOMER}`;

function desk(attributes: object, relationships?: object) {
  const data = { ...customer(attributes), ...(relationships && { relationships }) };
  const kustomer = new FakeKustomer({ [address]: { data } });
  return { kustomer, fields: customerFields(kustomer.ports()) };
}

describe('what cannot be read of a customer is not sent back as if it were empty', () => {
  it.each([
    ['emails', 'email', '***'],
    ['phones', 'phone', { hidden: true }],
    ['externalIds', 'external-id', 3],
  ] as const)('a list that is none: %s', async (list, field, masked) => {
    const { fields } = desk({ [list]: masked });
    const { fields: read } = await fields.read(contact, signal);
    expect(read.has(field)).toBe(false);
    expect(read.has('name')).toBe(true);
  });

  it.each([null, undefined, []])('an empty list is one: %j', async (phones) => {
    const { fields } = desk({ phones });
    const { fields: read } = await fields.read(contact, signal);
    expect(read.get('phone')).toMatchObject({ texts: [] });
  });

  it.each([{ links: { related: '/v1/companies/c-1' } }, { data: { type: 'company' } }])(
    'a company that cannot be named: %j',
    async (company) => {
      const { kustomer, fields } = desk({}, { company });
      const asRead = await fields.read(contact, signal);
      const edit = { field: 'name', put: 'Ana' } as const;
      await expect(fields.write(asRead, edit, signal)).rejects.toBeInstanceOf(FieldProblem);
      expect(kustomer.requests).toEqual([address]);
    },
  );
});
