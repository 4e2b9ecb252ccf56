import type { CannedResponse } from '../tables';

const texts: [string, string][] = [
  ['hello', 'Hi {{contact.first_name}}, thanks for writing to Acme Outdoor. How can I help?'],
  [
    'shipping',
    'Orders leave our warehouse within **24 hours**. You get the tracking link by e-mail.',
  ],
  [
    'returns',
    'You can return anything unused within 60 days:\n\n1. Print the label\n2. Pack it\n3. Drop it off',
  ],
  ['order-number', 'Could you send me your order number? It starts with AO-.'],
  [
    'sorry-delay',
    'I am sorry for the delay, {{contact.first_name}}. I am looking into it right now.',
  ],
  ['tent-care', 'Let the tent dry completely before you pack it, even after one damp night.'],
  ['bye', 'Glad I could help. Have a good time outside!\n\n{{agent.name}}'],
];

/** A small set of saved answers, the same in every account. `at` is epoch ms. */
export function createCannedResponses(at: number, nextId: () => number): CannedResponse[] {
  return texts.map(([shortCode, content]) => ({
    id: nextId(),
    shortCode,
    content,
    createdAt: at,
    updatedAt: at,
  }));
}
