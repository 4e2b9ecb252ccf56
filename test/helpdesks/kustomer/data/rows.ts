import type { StoryAttachment } from '../../world/types';
import type { Table } from './table';

/** All times are epoch milliseconds. */
export interface UserRow {
  id: string;
  name: string;
  email: string;
  userType: 'user' | 'machine';
  /** Left the organisation: no longer delivered, though old messages name them. */
  left: boolean;
}

export interface CustomerRow {
  id: string;
  person: string;
  record: number;
  name: string | undefined;
  emails: string[];
  sharedEmails: string[];
  phones: string[];
  sharedPhones: string[];
  externalId: string | undefined;
  /** Further ids of other systems. */
  otherExternalIds?: string[];
  /** What is stored with an address, number or id; the usual values where absent. */
  entryFacts?: Record<string, { type?: string; verified?: boolean }>;
  companyId: string | undefined;
  city: string | undefined;
  country: string | undefined;
  language: string | undefined;
  timeZone: string | undefined;
  custom: Record<string, string>;
  socials: Record<string, string>;
  tagIds: string[];
  createdAt: number;
}

export interface ConversationRow {
  id: string;
  customerId: string;
  name: string | undefined;
  externalId: string | undefined;
  channel: string | undefined;
  status: 'open' | 'snoozed' | 'done';
  assigneeId: string | undefined;
  tagIds: string[];
  createdAt: number;
}

export interface MessageRow {
  id: string;
  customerId: string;
  conversationId: string;
  channel: string;
  subject: string | undefined;
  direction: 'in' | 'out';
  /** Undefined: written by the customer or by the service itself. */
  authorId: string | undefined;
  auto: boolean;
  text: string;
  /** The markup of an HTML e-mail. */
  html: string | undefined;
  at: number;
  edited: boolean;
  redacted: boolean;
  reactions: string[];
  failed: string | undefined;
  attachments: AttachmentRow[];
}

export interface AttachmentRow extends StoryAttachment {
  id: string;
}

export interface NoteRow {
  id: string;
  customerId: string;
  conversationId: string;
  body: string;
  authorId: string | undefined;
  /** Who changed it last; absent for one that nobody changed. */
  modifierId?: string | undefined;
  externalId: string | undefined;
  mentions: string[];
  createdAt: number;
  updatedAt: number;
  deletedAt: number | undefined;
}

export interface ShortcutRow {
  id: string;
  name: string;
  /** Markdown; undefined where only the Draft.js content is kept. */
  text: string | undefined;
  /** Raw Draft.js content. */
  content: unknown;
  categoryId: string | undefined;
  userIds: string[];
  teamIds: string[];
  attachmentIds: string[];
  isPrivate: boolean;
  /** What happens to the conversation when it is inserted. */
  conversation: unknown;
  deleted: boolean;
  appDisabled: boolean;
  rev: number;
  createdAt: number;
  updatedAt: number;
}

export interface NamedRow {
  id: string;
  name: string;
}

export interface Tables {
  users: Table<UserRow>;
  customers: Table<CustomerRow>;
  conversations: Table<ConversationRow>;
  messages: Table<MessageRow>;
  notes: Table<NoteRow>;
  tags: Table<NamedRow>;
  companies: Table<NamedRow>;
  shortcuts: Table<ShortcutRow>;
  shortcutCategories: Table<NamedRow>;
  /** Former ids of merged customers, each with the id that survived. */
  merged: Map<string, string>;
}
