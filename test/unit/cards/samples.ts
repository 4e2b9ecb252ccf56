import type { CardAnswerRow, CardContent, DataCard } from '../../../lib/model/data-card';

/** A card as it is stored. */
export function dataCard(more: Partial<DataCard> = {}): DataCard {
  return {
    id: 'card-1',
    name: 'Orders',
    key: 'order',
    address: 'https://shop.example/card?email={email}',
    origin: 'https://shop.example',
    isManaged: false,
    createdAt: 1,
    ...more,
  };
}

/** What a card's server says, with one field. */
export const shipped: CardContent = {
  fields: [
    { key: 'status', label: 'Status', value: { kind: 'status', text: 'Shipped', tone: 'good' } },
  ],
  tables: [],
  dropped: 0,
  problems: [],
};

/** What is held of `alpha/1`. */
export function cardAnswer(more: Partial<CardAnswerRow> = {}): CardAnswerRow {
  return {
    cardId: 'card-1',
    connectionId: 'alpha',
    contactId: '1',
    sent: { email: 'ana@x.example' },
    content: shipped,
    fetchedAt: 1_000_000,
    updatedAt: 1_000_000,
    ...more,
  };
}
