import * as v from 'valibot';
import { expect, test } from 'vitest';
import { contactFromClient } from '../../../../lib/platforms/chatra/contacts';
import { clientSchema } from '../../../../lib/platforms/chatra/schemas';

test('what the site passed about a client becomes attributes, without notes and addresses', () => {
  const client = v.parse(clientSchema, {
    id: 'secret',
    integrationData: { Name: 'Ana', email: 'ana@mail.org', notes: 'VIP', plan: 'gold', seats: 3 },
  });
  const context = {
    platform: 'chatra',
    view: 'person',
    hints: { emails: [], phones: [] },
    composer: 'none',
  } as const;
  const connection = {
    id: 'chatra-1',
    platform: 'chatra',
    label: 'Chatra',
    apiOrigin: 'https://app.chatra.io',
    pageOrigin: 'https://app.chatra.io',
    transport: 'direct',
    health: { state: 'unknown' },
    facts: {},
    fields: {},
    createdAt: 0,
  } as const;
  const contact = contactFromClient(
    client,
    { ...context, hints: { emails: [], phones: [] } },
    'chat',
    { connection, now: 0 },
  );
  expect(contact.attributes).toEqual([
    { label: 'Plan', value: 'gold' },
    { label: 'Seats', value: '3' },
  ]);
});
