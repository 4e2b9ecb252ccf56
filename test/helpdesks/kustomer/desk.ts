import type { Tables } from './data/rows';
import type { KustomerSwitches } from './switches';

/** The data that the API and the page work on. */
export interface Desk {
  /** The organisation's name: the subdomain. */
  readonly org: string;
  readonly switches: KustomerSwitches;
  /** Replaced as a whole by a reset. */
  tables: Tables;
  /** Epoch ms. */
  clock(): number;
  /** Everything sent with the page's send button, oldest first. */
  readonly sent: SentText[];
  /** A new id, never used before. */
  newId(): string;
}

export interface SentText {
  conversationId: string;
  kind: 'reply' | 'note';
  text: string;
}
