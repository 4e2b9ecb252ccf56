import type { StoryPerson } from '../types';
import { amelieOnChaport } from './amelie-chaport';
import { amelieOnChatra } from './amelie-chatra';
import { amelieOnChatwoot } from './amelie-chatwoot';
import { amelieOnKustomer } from './amelie-kustomer';

export const amelie: StoryPerson = {
  key: 'amelie',
  about:
    'The person of the demo: rich on all four platforms, each writing name and phone its own way.',
  chatwoot: [amelieOnChatwoot],
  kustomer: [amelieOnKustomer],
  chaport: [amelieOnChaport],
  chatra: [amelieOnChatra],
};
