/**
 * A person's word that two contacts are the same human. Survives everything that was fetched: it
 * is a decision, not a copy.
 */
export interface LinkRow {
  /** `contactRef` of the one that comes first in the order of strings; the pair has no direction. */
  a: string;
  /** `contactRef` of the other. */
  b: string;
  /** Name of the colleague who said so, where the platform told it. */
  by?: string | undefined;
  /** Epoch ms. */
  at: number;
}
