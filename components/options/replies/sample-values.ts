import { valuesOf } from '../../../lib/replies/values';
import type { Values } from '../../../lib/replies/variables';

/** Values of a made-up customer, for a preview without a conversation. `now` in epoch ms. */
export function sampleValues(now: number): Values {
  return valuesOf({
    contact: {
      connectionId: 'sample',
      id: '12',
      platform: 'sample',
      name: 'Ana Souza',
      emails: ['ana.souza@example.com'],
      phones: ['+351 912 345 678'],
      emailKeys: [],
      phoneKeys: [],
      externalIds: [],
      company: 'Souza & Filhos',
      fetchedAt: now,
    },
    agent: { name: 'Sam Berg', email: 'sam@example.com' },
    conversation: { id: '318', name: 'Question about an order' },
    inbox: { name: 'Web shop' },
    account: { name: 'Acme' },
    now,
  });
}
