import type { PaneSwitches } from '../../core/panes';

/** What the emulated web app gets from its own server; not Kustomer's API. Times are epoch ms. */
export interface ListEntry {
  id: string;
  name: string;
  colour: string;
  preview: string;
  channel: string;
  at: number;
  status: string;
}

export interface PageUser {
  id: string;
  name: string;
}

export interface PageItem {
  id: string;
  kind: 'in' | 'out' | 'note';
  author: string;
  text: string;
  at: number;
  failed: string | undefined;
  redacted: boolean;
  files: string[];
}

export interface PageConversation {
  id: string;
  subject: string;
  channel: string;
  status: string;
  assignee: string;
  tags: string[];
  at: number;
  items: PageItem[];
}

export interface PageCustomer {
  id: string;
  name: string;
  colour: string;
  company: string;
  emails: string[];
  phones: string[];
  place: string;
  externalId: string;
  since: number;
  custom: [string, string][];
  /** Newest first. */
  conversations: PageConversation[];
}

/** What the server writes into the page. */
export interface PageSettings {
  conversationAddress: 'redirect' | 'stay';
  composerDelay: number;
  editorLabels: boolean;
  agent: string;
  panes: PaneSwitches;
}

async function load<T>(path: string): Promise<T | undefined> {
  const response = await fetch(`/emulator/${path}`);
  return response.ok ? response.json() : undefined;
}

export const loadList = () => load<ListEntry[]>('customers');
export const loadCustomer = (id: string) => load<PageCustomer>(`customers/${id}`);
/** The customer a conversation belongs to. */
export const loadOwner = (conversationId: string) =>
  load<{ customerId: string }>(`conversations/${conversationId}`);

/** Posts a text as the agent (`send`) or as the customer (`receive`). */
export async function post(
  action: 'send' | 'receive',
  body: { conversationId: string; kind: 'reply' | 'note'; text: string },
): Promise<void> {
  await fetch(`/emulator/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
