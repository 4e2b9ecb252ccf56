import { lazy } from 'react';

/** Loaded after the first frame: the timeline does not wait for it. */
export const LazyPeoplePart = lazy(async () => ({
  default: (await import('./PeoplePart')).PeoplePart,
}));
