import { createWorld } from '../../../helpdesks/world/world';

const base = createWorld(Date.UTC(2026, 10, 20, 12));
const twin = { email: 'Family@Example.com', conversations: [] };

/** The people of the world, somebody who never wrote, and two customers with one address. */
export const switchWorld = {
  ...base,
  people: [
    ...base.people,
    {
      key: 'silent',
      about: 'never chatted',
      chaport: [{ name: 'Sil Ent', email: 'silent@example.com', conversations: [] }],
    },
    {
      key: 'twins',
      about: 'two records with one address',
      kustomer: [
        { name: 'Twin One', ...twin },
        { name: 'Twin Two', ...twin },
      ],
    },
  ],
};
