import type { HealthFacts } from '../../../../components/options/health/health-facts';
import type { Connection } from '../../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../../lib/model/descriptor';

/** A platform with every kind of field. */
export const parrot: PlatformDescriptor = {
  name: 'parrot',
  label: 'Parrot',
  colour: { light: '#1f6fd6', dark: '#7ab8ff' },
  icon: '/platforms/parrot.svg',
  capabilities: { find: 'api', history: 'api' },
  form: [
    { name: 'origin', label: 'Address', kind: 'url', required: true, placeholder: 'https://…' },
    {
      name: 'region',
      label: 'Region',
      kind: 'choice',
      required: true,
      options: [
        { value: 'eu', label: 'Europe' },
        { value: 'us', label: 'America' },
      ],
    },
    {
      name: 'token',
      label: 'Access token',
      kind: 'secret',
      required: true,
      help: 'From settings.',
    },
    { name: 'account', label: 'Account number', kind: 'text', required: false },
  ],
  keyHelp: 'Ask the parrot.',
  rights: ['parrot.read – to read', 'parrot.list – to list'],
  limits: ['It cannot remember what was said yesterday.'],
};

/** A kept connection of `parrot`. */
export function parrotConnection(more: Partial<Connection> = {}): Connection {
  return {
    id: 'parrot-1',
    platform: 'parrot',
    label: 'Acme Support',
    apiOrigin: 'https://api.parrot.example',
    pageOrigin: 'https://parrot.example',
    account: '1',
    accountName: 'Acme Support',
    agentName: 'Jana Weber',
    version: '4.15.1',
    transport: 'direct',
    health: { state: 'ok', checkedAt: 1_790_000_000_000 },
    facts: {},
    fields: { origin: 'https://parrot.example', region: 'us', account: '' },
    createdAt: 1,
    ...more,
  };
}

/** What is known of a connection that is well. */
export function parrotHealth(more: Partial<HealthFacts> = {}): HealthFacts {
  return {
    connection: parrotConnection(),
    platform: parrot,
    missing: [],
    areKeysLocked: false,
    membrane: undefined,
    allowance: undefined,
    directory: undefined,
    outbox: { waiting: 0, stuck: 0 },
    now: 1_790_000_000_000,
    ...more,
  };
}
