/** What the visitor's browser or an agent gave; an agent's change replaces `basic` only. */
export interface ClientDetails {
  name?: string;
  email?: string;
  phone?: string;
  notes?: string;
}

export interface Client {
  /** The id the customer's site passed, or 39 lower-case characters. Opaque, even with slashes. */
  id: string;
  /** 17 characters; part of the agent app's address. */
  chatId: string;
  displayedName: string;
  basic: ClientDetails;
  /** The site's own data, with any keys the site chooses. */
  integration: Record<string, string>;
  city?: string;
  country?: string;
  language?: string;
  /** The one continuous conversation, in the order it happened. */
  messages: Message[];
}

export interface Message {
  id: string;
  type: 'agent' | 'client' | 'system';
  text: string;
  /** Epoch ms. */
  at: number;
  agentId?: string;
  agentName?: string;
  receivedFrom?: string;
  isPushed?: boolean;
  isBot?: boolean;
  file?: { name: string; size: number; mime: string };
  /** An internal note: on the page only, never in the API. */
  note?: boolean;
  edited?: boolean;
  email?: boolean;
}

export interface Agent {
  id: string;
  name: string;
  email: string;
}
