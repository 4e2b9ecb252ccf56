/** One Chatwoot server. All times in the tables are epoch ms; the shapes turn them into API forms. */
export interface Installation {
  host: string;
  origin: string;
  users: User[];
  bot: AgentBot;
  accounts: Account[];
  /** Signs new rows; ids are unique per server, as in a database. */
  nextId(): number;
}

export interface User {
  id: number;
  name: string;
  email: string;
  accessToken: string;
  /** Set by a sign-out: the dashboard session is no longer valid, the API key still is. */
  signedOut: boolean;
  memberships: Membership[];
}

export interface Membership {
  accountId: number;
  role: 'agent' | 'administrator';
  /** Inboxes an agent belongs to; administrators see all. */
  inboxIds: number[];
}

export interface AgentBot {
  id: number;
  name: string;
}

export interface Account {
  id: number;
  name: string;
  inboxes: Inbox[];
  contacts: Contact[];
  conversations: Conversation[];
  notes: Note[];
  cannedResponses: CannedResponse[];
  labels: Label[];
  teams: Team[];
  attributes: AttributeDefinition[];
}

export interface Inbox {
  id: number;
  name: string;
  channelType: string;
  provider: string | null;
  email: string | null;
  phoneNumber: string | null;
}

export interface Contact {
  id: number;
  /** Which person of the world this is, and which of their records on this platform. */
  personKey: string;
  record: number;
  name: string;
  email: string | null;
  phoneNumber: string | null;
  identifier: string | null;
  additional: Record<string, unknown>;
  custom: Record<string, unknown>;
  labels: string[];
  blocked: boolean;
  createdAt: number;
  lastActivityAt: number | null;
}

export interface Conversation {
  /** Unique per account only; the database id is never shown. */
  displayId: number;
  uuid: string;
  contactId: number;
  inboxId: number;
  status: 'open' | 'resolved' | 'pending' | 'snoozed';
  priority: string | null;
  assigneeId: number | null;
  teamId: number | null;
  labels: string[];
  additional: Record<string, unknown>;
  custom: Record<string, unknown>;
  createdAt: number;
  /** When a message was last changed or deleted. */
  touchedAt?: number;
  snoozedUntil: number | null;
  agentLastSeenAt: number | null;
  /** In the order of writing, which is that of their ids; the order of their times may differ. */
  messages: Message[];
}

export const messageType = { incoming: 0, outgoing: 1, activity: 2, template: 3 } as const;
export type MessageTypeName = keyof typeof messageType;

export interface Message {
  id: number;
  type: MessageTypeName;
  contentType: string;
  content: string | null;
  private: boolean;
  status: 'sent' | 'delivered' | 'read' | 'failed';
  contentAttributes: Record<string, unknown>;
  sourceId: string | null;
  createdAt: number;
  sender: { kind: 'contact' | 'user' | 'bot'; id: number } | null;
  attachments: Attachment[];
  /** As later versions add them to the message (README of the platform). */
  reactions?: string[];
  call?: Record<string, unknown>;
}

export interface Attachment {
  id: number;
  fileName: string;
  mime: string;
  size: number;
  transcript?: string;
  place?: { latitude: number; longitude: number };
  card?: { first: string; last: string };
}

export interface Note {
  id: number;
  contactId: number;
  userId: number | null;
  content: string;
  createdAt: number;
  updatedAt: number;
}

export interface CannedResponse {
  id: number;
  shortCode: string;
  content: string;
  createdAt: number;
  updatedAt: number;
}

export interface Label {
  id: number;
  title: string;
  color: string;
}

export interface Team {
  id: number;
  name: string;
  memberIds: number[];
}

export interface AttributeDefinition {
  id: number;
  key: string;
  name: string;
}
