import { type ChatwootEmulator, createChatwoot } from '../../helpdesks/chatwoot/chatwoot';
import type { ChatwootSwitches } from '../../helpdesks/chatwoot/switches';
import { tokens } from '../../helpdesks/chatwoot/tokens';
import type { StoryConversation, StoryPerson, World } from '../../helpdesks/world/types';

export const now = Date.UTC(2026, 5, 17, 12, 0, 0);

const long: StoryConversation = {
  channel: 'chat',
  status: 'open',
  assignee: 'maya',
  labels: ['vip'],
  messages: Array.from({ length: 130 }, (_, index) => ({
    ago: 1000 - index,
    from: 'customer' as const,
    text: `line ${index}`,
  })),
};

const mixed: StoryConversation = {
  channel: 'email',
  subject: 'Order AO-1',
  status: 'resolved',
  messages: [
    {
      ago: 5000,
      from: 'customer',
      text: 'Where is it?',
      html: '<p>Where is it?</p>',
      quoted: '> Mon',
    },
    { ago: 4990, from: 'bot', text: 'We got your mail' },
    { ago: 4980, from: 'system', text: 'Assigned to Maya' },
    { ago: 4970, from: 'agent', agent: 'maya', text: 'looks lost', note: true },
    { ago: 4960, from: 'agent', agent: 'maya', text: 'gone', deleted: true },
    { ago: 4950, from: 'agent', agent: 'maya', text: 'Sorry', failed: 'Mailbox full' },
    {
      ago: 4940,
      from: 'customer',
      text: '',
      attachments: [{ name: 'box 1.jpg', mime: 'image/jpeg', size: 2048 }],
    },
  ],
};

/** A person with more conversations than the cap of a contact's list. */
const regular: StoryPerson = {
  key: 'regular',
  about: 'writes every day',
  chatwoot: [
    {
      name: 'Regular Writer',
      email: 'regular@example.org',
      conversations: Array.from({ length: 30 }, (_, index) => ({
        channel: 'whatsapp',
        status: 'resolved' as const,
        messages: [{ ago: 100_000 - index * 100, from: 'customer' as const, text: `day ${index}` }],
      })),
    },
  ],
};

const crowd: StoryPerson[] = Array.from({ length: 17 }, (_, index) => ({
  key: `crowd${index}`,
  about: 'fills pages',
  chatwoot: [{ name: `Crowd ${index}`, email: `crowd${index}@example.net`, conversations: [] }],
}));

export const world: World = {
  now,
  agents: [
    { key: 'maya', name: 'Maya Lindqvist', email: 'maya@acme-outdoor.example' },
    { key: 'tom', name: 'Tom Okafor', email: 'tom@acme-outdoor.example' },
    { key: 'old', name: 'Old Hand', email: 'old@acme-outdoor.example', left: true },
  ],
  people: [
    {
      key: 'amelie',
      about: 'one of each kind of message',
      chatwoot: [
        {
          name: 'Amélie Fournier',
          email: 'Amelie@Example.fr',
          phone: '+33617294836',
          externalId: 'cust_AB',
          notes: 'Prefers French.',
          custom: { plan: 'Gold' },
          conversations: [mixed, long],
        },
      ],
    },
    { key: 'elsewhere', about: 'not on Chatwoot' },
    { key: 'anonymous', about: 'a visitor', chatwoot: [{ conversations: [] }] },
    regular,
    ...crowd,
  ],
};

/** An emulator on a clock that stands still, unless another is given. */
export function chatwoot(
  switches: Partial<ChatwootSwitches> = {},
  clock: () => number = () => now,
): ChatwootEmulator {
  return createChatwoot(world, { now: clock, switches });
}

/** Calls the cloud's API as the administrator; other headers replace the key. */
export async function call(
  emulator: ChatwootEmulator,
  path: string,
  options: {
    method?: string;
    body?: unknown;
    headers?: Record<string, string>;
    host?: string;
  } = {},
): Promise<{ status: number; body: unknown; response: Response }> {
  const host = options.host ?? 'app.chatwoot.com';
  const response = await emulator.handle(
    new Request(`https://${host}${path}`, {
      method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
      headers: {
        'content-type': 'application/json',
        ...(options.headers ?? { 'Api-Access-Token': tokens.admin }),
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    }),
  );
  const text = await response.clone().text();
  const json = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, body: json ? JSON.parse(text) : text, response };
}

export const account = '/api/v1/accounts/1';

/** A filter body of equal_to conditions. */
export function filterBody(...conditions: [key: string, value: unknown, joint?: string][]) {
  return {
    payload: conditions.map(([attribute_key, value, query_operator]) => ({
      attribute_key,
      filter_operator: 'equal_to',
      values: Array.isArray(value) ? value : [value],
      query_operator: query_operator ?? null,
    })),
  };
}

/** Row ids of the person's first contact, and of its conversations by creation. */
export function idsOf(emulator: ChatwootEmulator, personKey: string) {
  const table = emulator.installation('app.chatwoot.com').accounts[0];
  const contact = table?.contacts.find((one) => one.personKey === personKey);
  const conversations = table?.conversations.filter((one) => one.contactId === contact?.id) ?? [];
  return { contact: contact?.id ?? 0, conversations };
}
