import { createContext, useContext } from 'react';

/** What the rows have to mark. */
export interface Marks {
  /** Folded search terms. */
  terms: readonly string[];
  /** Row key of the match the person is at. */
  current: string | undefined;
  /** Keys of the rows that are new and were not seen yet. */
  unseen: ReadonlySet<string>;
}

/** Provided by the component that shows rows. */
export const MarksContext = createContext<Marks>({
  terms: [],
  current: undefined,
  unseen: new Set(),
});

/** What the rows have to mark right now. */
export function useMarks(): Marks {
  return useContext(MarksContext);
}
