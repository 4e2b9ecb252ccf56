import type { StoryMessage, World } from '../../helpdesks/world/types';

export const now = Date.parse('2026-10-21T12:00:00.000Z');

function lines(count: number): StoryMessage[] {
  return Array.from({ length: count }, (_, index) => ({
    ago: 10_000 - index,
    from: 'customer',
    text: `line ${index + 1}`,
  }));
}

/** A handful of customers, each for one thing Kustomer's answers do. */
export const world: World = {
  now,
  agents: [
    { key: 'nora', name: 'Nora', email: 'nora@acme.example' },
    { key: 'gone', name: 'Gone', email: 'gone@acme.example', left: true },
  ],
  people: [
    {
      key: 'dana',
      about: 'a full record',
      kustomer: [
        {
          name: 'Dana Reyes',
          email: 'Dana.Reyes+shop@example.com',
          phone: '+15555550123',
          externalId: 'crm/7001',
          company: 'Reyes & Co',
          notes: 'Prefers mail',
          conversations: [
            {
              channel: 'email',
              subject: 'Parcel',
              status: 'open',
              assignee: 'nora',
              labels: ['shipping'],
              messages: [
                {
                  ago: 60,
                  from: 'customer',
                  text: 'Where is it?',
                  attachments: [{ name: 'label.png', mime: 'image/png', size: 9 }],
                },
                { ago: 50, from: 'agent', agent: 'nora', text: 'Soon.', failed: 'mailbox full' },
                { ago: 45, from: 'agent', agent: 'gone', text: 'Really soon.' },
                { ago: 42, from: 'customer', text: 'secret', deleted: true },
                { ago: 40, from: 'agent', agent: 'nora', text: 'Asked the courier', note: true },
              ],
            },
            {
              channel: 'carrier-pigeon',
              status: 'snoozed',
              messages: [{ ago: 9_000, from: 'bot', text: 'coo' }],
            },
          ],
        },
      ],
    },
    { key: 'nobody', about: 'nothing known', kustomer: [{ conversations: [] }] },
    {
      key: 'talker',
      about: 'more than a page of messages',
      kustomer: [
        {
          name: 'Tal',
          conversations: [{ channel: 'chat', status: 'resolved', messages: lines(230) }],
        },
      ],
    },
    {
      key: 'twins',
      about: 'two records with one address',
      kustomer: [
        { name: 'Twin One', email: 'twin@example.com', conversations: [] },
        { name: 'Twin Two', email: 'twin@example.com', conversations: [] },
      ],
    },
  ],
};
