import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifyCustomer } from '../../../../lib/platforms/kustomer/contacts-identify';
import {
  CONVERSATION,
  CUSTOMER,
  conversation,
  customer,
  FakeKustomer,
  list,
  NOW,
  pageContext,
  refused,
  signal,
} from './fakes';

const customerPath = `/v1/customers/${CUSTOMER}`;
const conversationPath = `/v1/conversations/${CONVERSATION}`;

describe('identifyCustomer', () => {
  it('asks only for the customer when the address names one', async () => {
    const kustomer = new FakeKustomer({ [customerPath]: { data: customer() } });
    const context = pageContext({ contactId: CUSTOMER, conversationId: CONVERSATION });
    const answer = await identifyCustomer(kustomer.ports(), context, signal);
    expect(answer).toMatchObject({ kind: 'contact', contact: { id: CUSTOMER }, dropped: 0 });
    expect(kustomer.requests).toEqual([customerPath]);
  });

  it('goes from a conversation to its customer', async () => {
    const kustomer = new FakeKustomer({
      [conversationPath]: { data: conversation() },
      [customerPath]: { data: customer() },
    });
    const context = pageContext({ conversationId: CONVERSATION });
    const answer = await identifyCustomer(kustomer.ports(), context, signal);
    expect(answer).toMatchObject({ kind: 'contact', contact: { id: CUSTOMER } });
  });

  it('takes the surviving record of a merged customer', async () => {
    const old = '66a0000000000000000000c9';
    const kustomer = new FakeKustomer({ [`/v1/customers/${old}`]: { data: customer() } });
    const answer = await identifyCustomer(
      kustomer.ports(),
      pageContext({ contactId: old }),
      signal,
    );
    expect(answer).toMatchObject({ kind: 'contact', contact: { id: CUSTOMER } });
  });

  it.each([
    ['is not known', undefined],
    ['is marked as deleted', { data: customer({ deleted: true }, '66a0000000000000000000c9') }],
  ])('finds the survivor over the conversation when the old id %s', async (_how, answered) => {
    const old = '66a0000000000000000000c9';
    const kustomer = new FakeKustomer({
      [`/v1/customers/${old}`]: answered,
      [conversationPath]: { data: conversation() },
      [customerPath]: { data: customer() },
    });
    const context = pageContext({ contactId: old, conversationId: CONVERSATION });
    const answer = await identifyCustomer(kustomer.ports(), context, signal);
    expect(answer).toMatchObject({ kind: 'contact', contact: { id: CUSTOMER } });
  });

  it.each([
    ['is not known', undefined],
    ['is marked as deleted', { data: customer({ deleted: true }, '66a0000000000000000000c9') }],
  ])('finds the survivor over the listed merge when the old id %s', async (_how, answered) => {
    const old = '66a0000000000000000000c9';
    const to = (id: string) => ({ data: { type: 'customer', id } });
    const kustomer = new FakeKustomer({
      [`/v1/customers/${old}`]: answered,
      [`/v1/customers/${old}/merges`]: list([
        { type: 'customer_merge', relationships: { source: to(old), target: to(CUSTOMER) } },
      ]),
      [customerPath]: { data: customer() },
    });
    const hints = { emails: ['somebody.else@example.com'], phones: [] };
    const context = pageContext({ contactId: old, hints });
    const answer = await identifyCustomer(kustomer.ports(), context, signal);
    expect(answer).toMatchObject({ kind: 'contact', contact: { id: CUSTOMER } });
  });

  it('does not take a customer who was deleted for the one on screen', async () => {
    const kustomer = new FakeKustomer({ [customerPath]: { data: customer({ deleted: true }) } });
    const context = pageContext({ contactId: CUSTOMER });
    expect(await identifyCustomer(kustomer.ports(), context, signal)).toMatchObject({
      kind: 'unknown',
      coverage: { state: 'not-found' },
    });
  });

  it.each([
    [
      ['dana@example.com'],
      { kind: 'look-for', identifiers: [{ kind: 'email', value: 'dana@example.com' }] },
    ],
    [['support@example.com'], { kind: 'unknown' }],
    [['a@example.com', 'b@example.com'], { kind: 'unknown' }],
    [['not an address'], { kind: 'unknown' }],
  ])('with a dead id and %j on the page', async (emails, expected) => {
    const context = pageContext({ contactId: CUSTOMER, hints: { emails, phones: [] } });
    const answer = await identifyCustomer(new FakeKustomer({}).ports(), context, signal);
    expect(answer).toMatchObject(expected);
  });

  it('says that nobody is known by the ids', async () => {
    const context = pageContext({ contactId: CUSTOMER, conversationId: CONVERSATION });
    const kustomer = new FakeKustomer({});
    expect(await identifyCustomer(kustomer.ports(), context, signal)).toEqual({
      kind: 'unknown',
      coverage: { state: 'not-found', dropped: 0, checkedAt: NOW },
    });
    expect(kustomer.requests).toEqual([customerPath, conversationPath, `${customerPath}/merges`]);
  });

  it('says that there is nothing to go by, whatever else the page shows', async () => {
    const context = pageContext({ hints: { emails: ['dana@example.com'], phones: [] } });
    const kustomer = new FakeKustomer({});
    expect(await identifyCustomer(kustomer.ports(), context, signal)).toEqual({
      kind: 'unknown',
      coverage: {
        state: 'unknown-identity',
        reason: 'no-identifier',
        dropped: 0,
        checkedAt: NOW,
      },
    });
    expect(kustomer.requests).toEqual([]);
  });

  it('says that a customer is unreadable', async () => {
    const kustomer = new FakeKustomer({ [customerPath]: { data: { id: CUSTOMER } } });
    const answer = await identifyCustomer(
      kustomer.ports(),
      pageContext({ contactId: CUSTOMER }),
      signal,
    );
    expect(answer).toMatchObject({
      kind: 'unknown',
      coverage: { reason: 'bad-answer', dropped: 1 },
    });
  });

  it('passes an answer without envelope and a refusal on', async () => {
    const context = pageContext({ contactId: CUSTOMER });
    const odd = new FakeKustomer({ [customerPath]: ['x'] });
    await expect(identifyCustomer(odd.ports(), context, signal)).rejects.toMatchObject({
      failure: 'not-json',
    });
    const closed = new FakeKustomer({ [customerPath]: refused(401) });
    await expect(identifyCustomer(closed.ports(), context, signal)).rejects.toMatchObject({
      failure: 'unauthorised',
    });
  });

  it('sends a hostile id only as one segment, and never one that Kustomer would read otherwise', async () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('.', '..', '', 'a,b', 'email=x@example.com', '../users', 'a/b?c#d', '%2e%2e'),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (contactId, conversationId) => {
        const kustomer = new FakeKustomer({});
        const context = pageContext({ contactId, conversationId });
        await identifyCustomer(kustomer.ports(), context, signal);
        for (const request of kustomer.requests) {
          const url = new URL(request, 'https://acme.api.kustomerapp.com');
          expect(url.pathname).toBe(request);
          expect(request).toMatch(
            /^\/v1\/(?:customers\/[^/?#]+(?:\/merges)?|conversations\/[^/?#]+)$/,
          );
          expect(decodeURIComponent(request)).not.toMatch(/[,=]/);
        }
      }),
    );
  });
});
