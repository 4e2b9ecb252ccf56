import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import {
  diagnosticsText,
  readStoredAmounts,
} from '../../../../../components/options/health/diagnostics';
import { DesksideDatabase } from '../../../../../lib/storage/database';
import { parrotHealth } from '../examples';

const secret = 'client-id-that-opens-a-conversation';

test('the report to copy holds no secret id, name or address of any stored contact', async () => {
  const database = new DesksideDatabase('diagnostics-secrets');
  await database.connections.put({
    id: 'chatra-1',
    platform: 'chatra',
    label: 'Chatra',
    apiOrigin: 'https://app.chatra.io',
    pageOrigin: 'https://app.chatra.io',
    transport: 'direct',
    health: { state: 'ok' },
    facts: { clientByChatId: 'yes' },
    fields: {},
    createdAt: 1,
  });
  await database.contacts.put({
    connectionId: 'chatra-1',
    id: 'Wm7HqTz4RkPnB2yXc',
    platform: 'chatra',
    name: 'Nora Lindqvist',
    emails: ['nora@x.test'],
    phones: [],
    emailKeys: ['nora@x.test'],
    phoneKeys: [],
    externalIds: [],
    handle: secret,
    fetchedAt: 1,
  });
  const amounts = await readStoredAmounts(database, ['chatra-1']);
  const health = (await database.connections.toArray()).map((connection) =>
    parrotHealth({ connection }),
  );
  const text = diagnosticsText(health, amounts, {
    version: '1.0.0',
    userAgent: 'Test',
    dataCards: [],
    backgroundFailures: [{ work: 'clean-up', error: 'RangeError', at: 0 }],
    now: 1,
  });
  expect(JSON.parse(text).connections[0].stored.contacts).toBe(1);
  for (const word of [secret, 'Nora', 'nora@x.test', 'Wm7HqTz4RkPnB2yXc']) {
    expect(text).not.toContain(word);
  }
});
