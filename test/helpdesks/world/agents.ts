import type { StoryAgent } from './types';

/** The support team of Acme, an online shop for outdoor gear with the subscription app Trail+. */
export const agents: readonly StoryAgent[] = [
  { key: 'lena', name: 'Lena Hoffmann', email: 'lena@acme.example' },
  { key: 'tom', name: 'Tom Okafor', email: 'tom@acme.example' },
  { key: 'priya', name: 'Priya Raman', email: 'priya@acme.example' },
  { key: 'marc', name: 'Marc Dubois', email: 'marc@acme.example' },
  { key: 'sofia', name: 'Sofía Ortega', email: 'sofia@acme.example' },
  { key: 'kenji', name: 'Kenji Mori', email: 'kenji@acme.example' },
  { key: 'viktor', name: 'Viktor Sand', email: 'viktor@acme.example', left: true },
];
