import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  diagnosticsText,
  readStoredAmounts,
} from '../../../../../components/options/health/diagnostics';
import type { Coverage } from '../../../../../lib/model/coverage';
import { DesksideDatabase } from '../../../../../lib/storage/database';
import { parrot, parrotConnection, parrotHealth } from '../examples';

const coverage: Coverage = { state: 'partial', dropped: 2, checkedAt: 1 };

async function seeded(name: string): Promise<DesksideDatabase> {
  const database = new DesksideDatabase(name);
  const contact = {
    platform: 'parrot',
    emails: ['canary-mail@example.com'],
    phones: ['+46700000001'],
    emailKeys: ['canary-mail@example.com'],
    phoneKeys: ['+46700000001'],
    externalIds: [],
    name: 'Canary Name',
    fetchedAt: 1,
  };
  await database.contacts.bulkPut([
    { ...contact, connectionId: 'parrot-1', id: '1' },
    { ...contact, connectionId: 'parrot-1', id: '2' },
    { ...contact, connectionId: 'parrot-10', id: '1' },
  ]);
  await database.conversations.put({
    connectionId: 'parrot-1',
    id: 'a',
    contactId: '1',
    status: 'open',
    subject: 'Canary Subject',
  });
  await database.messages.put({
    connectionId: 'parrot-1',
    id: 'm',
    contactId: '1',
    conversationId: 'a',
    kind: 'message',
    direction: 'in',
    author: { role: 'contact' },
    text: 'Canary Text',
    sentAt: 1,
    timeQuality: 'exact',
    sequence: 1,
    attachments: [],
  });
  await database.histories.bulkPut([
    { connectionId: 'parrot-1', contactId: '1', coverage },
    { connectionId: 'parrot-1', contactId: '2', coverage },
    { connectionId: 'parrot-10', contactId: '1', coverage },
  ]);
  await database.directories.put({
    connectionId: 'parrot-1',
    cursor: 'canary-cursor',
    reachedEnd: false,
    indexed: 240,
    dropped: 3,
  });
  return database;
}

describe('the amounts stored', () => {
  it('are counted per connection, and not mixed up with one of a longer id', async () => {
    const amounts = await readStoredAmounts(await seeded('amounts'), ['parrot-1', 'parrot-10']);
    expect(amounts).toEqual([
      {
        connectionId: 'parrot-1',
        contacts: 2,
        conversations: 1,
        messages: 1,
        dropped: 7,
        directory: { indexed: 240, reachedEnd: false },
      },
      {
        connectionId: 'parrot-10',
        contacts: 1,
        conversations: 0,
        messages: 0,
        dropped: 2,
        directory: undefined,
      },
    ]);
  });
});

describe('the report to copy', () => {
  const setting = {
    version: '0.1.0',
    userAgent: 'Browser/1',
    dataCards: [],
    backgroundFailures: [{ work: 'clean-up', error: 'RangeError', at: 0 }],
    now: 1_790_000_000_000,
  };

  it('holds no name, address, number, text, host or key', async () => {
    const connection = parrotConnection({
      label: 'Canary Label',
      accountName: 'Canary Account',
      agentName: 'Canary Agent',
      account: 'canary-account-id',
      version: '1.0 of canary@example.com',
      fields: { origin: 'https://canary.example', token: 'canary-token' },
      facts: { probe: 'canary-fact', missingRights: 'canary.right parrot.read' },
      health: {
        state: 'failing',
        lastFailure: { right: 'canary@mail.example may not', at: 1 },
      },
      transport: 'membrane',
      membrane: {
        connectionId: 'canary-connection',
        base: 'https://canary.example',
        tenantId: 'canary-tenant',
        route: { kind: 'prefix', prefix: '/canary' },
        proof: 'told',
      },
    });
    const facts = parrotHealth({
      connection,
      platform: { ...parrot, rightUses: [{ right: 'parrot.read', lack: 'Deskside cannot read.' }] },
      missing: ['https://canary.example/*'],
      membrane: {
        base: 'https://canary.example',
        tenantId: 'canary-tenant',
        name: 'Canary Name',
        subject: 'canary-subject',
        isPersonal: true,
        isSignedOut: false,
      },
      directory: {
        connectionId: 'parrot-1',
        cursor: 'canary-cursor',
        reachedEnd: false,
        indexed: 1,
        dropped: 0,
        unsettled: ['canary-contact'],
      },
    });
    const amounts = await readStoredAmounts(await seeded('report'), ['parrot-1']);
    const text = diagnosticsText([facts], amounts, setting);
    expect(text.toLowerCase()).not.toContain('canary');
    expect(text).not.toContain('example');
    expect(text).not.toContain('+46');
  });

  it('holds the state of each connection and what is stored of it', async () => {
    const amounts = await readStoredAmounts(await seeded('state'), ['parrot-1']);
    const facts = parrotHealth({
      missing: ['https://api.parrot.example/*'],
      outbox: { waiting: 2, stuck: 1 },
      allowance: { remaining: 3, limit: 60, at: 1 },
    });
    const report: unknown = JSON.parse(diagnosticsText([facts], amounts, setting));
    expect(report).toMatchObject({
      deskside: '0.1.0',
      connections: [
        {
          id: 'parrot-1',
          platformVersion: '4.15.1',
          health: { state: 'ok' },
          isPermitted: false,
          repair: 'permission',
          outbox: { waiting: 2, stuck: 1 },
          requestsLeft: { remaining: 3, limit: 60 },
          stored: { contacts: 2, messages: 1, dropped: 7 },
        },
      ],
      dataCards: [],
      backgroundFailures: [
        { work: 'clean-up', error: 'RangeError', at: '1970-01-01T00:00:00.000Z' },
      ],
    });
  });
});
