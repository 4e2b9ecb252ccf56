import type { PaneSwitches } from '../core/panes';
import type { Client, Message } from './records';
import type { ChatraSwitches } from './switches';

/** What the emulated agent app asks of its own server, below `/emulator/`; not part of the API. */
export type PageOptions = Pick<
  ChatraSwitches,
  | 'composer'
  | 'picker'
  | 'urlScheme'
  | 'ddp'
  | 'footer'
  | 'messageTime'
  | 'messageIds'
  | 'metaPlace'
  | 'messageHolder'
  | 'systemLines'
  | 'emoji'
  | 'fileLook'
  | 'groupMeta'
  | 'language'
  | 'contactPanel'
  | 'classNames'
  | 'signedIn'
  | 'messageOrder'
  | 'typing'
  | 'wordNodes'
  | 'drawn'
  | 'startMark'
  | 'olderCome'
  | 'olderTake'
  | 'loader'
  | 'onOlder'
  | 'asideAgent'
  | 'fieldEvent'
  | keyof PaneSwitches
>;

/** One contact in the list at the left. */
export interface ListedContact {
  chatId: string;
  label: string;
  preview: string;
  /** Whether the last message is the agent's own. */
  mine: boolean;
  /** Epoch ms of the last message. */
  at: number;
  unread: boolean;
  place: string;
}

/** The newest messages of a conversation, or older ones. */
export interface MessagePage {
  messages: Message[];
  hasOlder: boolean;
}

export interface ShownConversation extends MessagePage {
  chatId: string;
  label: string;
  details: Client['basic'];
  custom: Record<string, string>;
  place: string;
}
