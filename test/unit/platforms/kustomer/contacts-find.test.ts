import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { findCustomers } from '../../../../lib/platforms/kustomer/contacts-find';
import { CUSTOMER, customer, FakeKustomer, notFound, refused, signal } from './fakes';

const email = { kind: 'email', value: 'dana.reyes@example.com' } as const;
const phone = { kind: 'phone', value: '+15555550123' } as const;
const external = { kind: 'external-id', value: 'crm-7001' } as const;

const byEmail = '/v1/customers/email=dana.reyes%40example.com';
const byPhone = '/v1/customers/phone=%2B15555550123';
const byPlainPhone = '/v1/customers/phone=15555550123';
const byExternalId = '/v1/customers/externalId=crm-7001';

describe('findCustomers', () => {
  it('looks each identifier up and returns one customer once', async () => {
    const kustomer = new FakeKustomer({
      [byEmail]: { data: customer() },
      [byPhone]: { data: customer() },
      [byExternalId]: { data: customer() },
    });
    const found = await findCustomers(kustomer.ports(), [email, phone, external], signal);
    expect(kustomer.requests.sort()).toEqual([byEmail, byExternalId, byPhone].sort());
    expect(found.dropped).toBe(0);
    expect(found.contacts).toHaveLength(1);
    expect(found.contacts[0]).toMatchObject({
      id: CUSTOMER,
      name: 'Dana Reyes',
      emailKeys: ['dana.reyes@example.com'],
      phoneKeys: ['+15555550123'],
      externalIds: ['crm-7001'],
    });
  });

  it('tries a number without its plus when it is not found with it', async () => {
    const stored = customer({ phones: [{ phone: '1 (555) 555-0123' }] });
    const kustomer = new FakeKustomer({ [byPlainPhone]: { data: stored } });
    const found = await findCustomers(kustomer.ports(), [phone], signal);
    expect(kustomer.requests).toEqual([byPhone, byPlainPhone]);
    expect(found.contacts[0]?.phoneKeys).toEqual(['+15555550123']);
  });

  it('finds both customers of one number that is stored in two spellings', async () => {
    const kept = customer({ phones: [{ phone: '+52 55 4817 3629' }] });
    const older = { ...customer({ phones: [{ phone: '5215548173629' }] }), id: 'older' };
    const kustomer = new FakeKustomer({
      '/v1/customers/phone=%2B525548173629': { data: kept },
      '/v1/customers/phone=5215548173629': { data: older },
    });
    const wanted = { kind: 'phone', value: '+525548173629' } as const;
    const found = await findCustomers(kustomer.ports(), [wanted], signal);
    expect(found.contacts.map(({ id }) => id).sort()).toEqual([CUSTOMER, 'older'].sort());
    expect(found.contacts.map(({ phoneKeys }) => phoneKeys)).toEqual([
      ['+525548173629'],
      ['+525548173629'],
    ]);
  });

  it('takes 404 and an unacceptable value for "nobody"', async () => {
    const unacceptable = new TransportError('refused', { status: 400, body: '{"errors":[]}' });
    const kustomer = new FakeKustomer({
      [byEmail]: notFound('email'),
      [byPhone]: unacceptable,
      '/v1/auth/tokens/current': { data: { id: 't' } },
    });
    const found = await findCustomers(kustomer.ports(), [email, phone, external], signal);
    expect(found).toEqual({ contacts: [], dropped: 0 });
  });

  it.each([
    'token associated with pod prod2 but handled by prod1',
    '{"errors":[{"code":"bad_request","message":"Mauvaise région"}]}',
  ])('does not take a refusal of the key for "nobody", whatever its words: %s', async (body) => {
    const elsewhere = new TransportError('refused', { status: 400, body });
    const kustomer = new FakeKustomer({
      [byEmail]: elsewhere,
      '/v1/auth/tokens/current': elsewhere,
    });
    await expect(findCustomers(kustomer.ports(), [email], signal)).rejects.toMatchObject({
      failure: 'unauthorised',
      status: 400,
    });
  });

  it.each([
    ['carries it as a shared one', { emails: [], sharedEmails: [{ email: email.value }] }],
    ['carries another', { emails: [{ email: 'other@example.com' }] }],
    ['was deleted', { deleted: true }],
  ])('leaves a customer out that %s', async (_case, attributes) => {
    const kustomer = new FakeKustomer({ [byEmail]: { data: customer(attributes) } });
    expect((await findCustomers(kustomer.ports(), [email], signal)).contacts).toEqual([]);
  });

  it('never makes a shared address a key', async () => {
    const attributes = {
      sharedEmails: [{ email: 'family@example.com' }],
      sharedPhones: [{ phone: '+4930123456' }],
      sharedWhatsapps: [{ phone: '+4930123457' }],
      externalIds: [{ externalId: 'crm-7001' }, { externalId: 'house-9' }],
      sharedExternalIds: [{ externalId: 'house-9' }],
    };
    const kustomer = new FakeKustomer({ [byEmail]: { data: customer(attributes) } });
    const [found] = (await findCustomers(kustomer.ports(), [email], signal)).contacts;
    expect(found?.emails).toEqual(['Dana.Reyes@example.com']);
    expect(found?.emailKeys).toEqual(['dana.reyes@example.com']);
    expect(found?.phoneKeys).toEqual(['+15555550123']);
    expect(found?.externalIds).toEqual(['crm-7001']);
  });

  it.each([
    ['masked', [{ email: 'd***@example.com' }]],
    ['withheld', null],
  ])('takes Kustomer’s word where addresses are %s', async (_case, emails) => {
    const kustomer = new FakeKustomer({ [byEmail]: { data: customer({ emails }) } });
    const [found] = (await findCustomers(kustomer.ports(), [email], signal)).contacts;
    expect(found?.emailKeys).toEqual(['dana.reyes@example.com']);
  });

  it.each([null, {}, [], 'x', { id: CUSTOMER }, { id: '', attributes: {} }])(
    'drops and counts the answer %j',
    async (data) => {
      const kustomer = new FakeKustomer({ [byEmail]: { data } });
      const found = await findCustomers(kustomer.ports(), [email], signal);
      expect(found).toEqual({ contacts: [], dropped: 1 });
    },
  );

  it.each([refused(401), refused(403), new TransportError('rate-limited', { status: 429 })])(
    'passes on that Kustomer refuses: %s',
    async (error) => {
      const kustomer = new FakeKustomer({ [byEmail]: error });
      await expect(findCustomers(kustomer.ports(), [email, phone], signal)).rejects.toBe(error);
    },
  );

  it('keeps any identifier within its segment of the path', async () => {
    const kinds = fc.constantFrom('email' as const, 'phone' as const, 'external-id' as const);
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('.', '..', '', '../../v1/users', 'a/b', '?x=1', '#', '%2f', '+', 'ünï', '\n'),
    );
    await fc.assert(
      fc.asyncProperty(kinds, hostile, async (kind, value) => {
        const kustomer = new FakeKustomer({});
        await findCustomers(kustomer.ports(), [{ kind, value }], signal);
        for (const request of kustomer.requests) {
          const url = new URL(request, 'https://acme.api.kustomerapp.com');
          expect(url.pathname).toBe(request);
          expect(request.split('/')).toHaveLength(4);
          expect(request).toMatch(/^\/v1\/customers\/(?:email|phone|externalId)=/);
        }
      }),
    );
  });
});
