import type { PaneSwitches } from '../../core/panes';

/** What the emulated dashboard shows; the server fills it from its tables. All times are epoch ms. */
export interface DeskView {
  accountId: number;
  accountName: string;
  agentName: string;
  sendKey: 'enter' | 'cmd_enter';
  editorMenu: 'by-channel' | 'whole';
  panes: PaneSwitches;
  /** What the dashboard keeps in `cw_d_session_info` and sends with each request. */
  session: Record<string, string>;
  inboxes: { id: number; name: string; channelType: string }[];
  labels: { title: string; color: string }[];
  teams: { id: number; name: string }[];
  conversations: ListEntry[];
  contacts: { id: number; name: string; detail: string }[];
}

export interface ListEntry {
  id: number;
  contactName: string;
  inboxId: number;
  inboxName: string;
  channelType: string;
  status: string;
  mine: boolean;
  teamId: number | null;
  assignee: string | null;
  labels: string[];
  preview: string;
  previewIsOurs: boolean;
  previewIsNote: boolean;
  lastActivityAt: number;
  unread: number;
}

export interface ConversationView {
  id: number;
  status: string;
  subject: string;
  channelType: string;
  inboxName: string;
  canReply: boolean;
  assignee: string | null;
  labels: string[];
  contact: ContactView;
  messages: MessageView[];
}

export interface MessageView {
  id: number;
  type: 'incoming' | 'outgoing' | 'activity' | 'template';
  private: boolean;
  deleted: boolean;
  text: string;
  author: string;
  at: number;
  error: string | null;
  attachments: { name: string; url: string; image: boolean; size: number }[];
}

export interface ContactView {
  id: number;
  name: string;
  email: string | null;
  phone: string | null;
  identifier: string | null;
  company: string;
  place: string;
  createdAt: number;
  custom: { name: string; value: string }[];
  notes: { id: number; author: string; text: string; at: number }[];
  previous: ListEntry[];
}
