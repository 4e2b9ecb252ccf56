import type { PaneSwitches } from '../core/panes';

/** What the emulated web app asks of its own server, below `/emulator/`; not part of the API. */
export interface PageOptions extends PaneSwitches {
  composer: 'textarea' | 'contenteditable';
  composerId: 'attested' | 'other';
  chatAddress: 'visitor-and-chat' | 'visitor';
  joined: 'joined' | 'join-first' | 'join-by-typing';
  visitorPanel: 'text' | 'inputs';
  language: 'en' | 'ru';
  signedIn: boolean;
  fieldEvent: 'input' | 'keyup';
}

/** One line of the chat list. */
export interface ListedChat {
  /** The visitor's id in the address: a switch decides which of the two. */
  visitorUrlId: string;
  chatId: number;
  label: string;
  preview: string;
  /** Epoch ms. */
  at: number;
  unread: boolean;
}

export interface ShownEvent {
  id: string;
  type: string;
  at: number;
  /** The operator's name; absent on a visitor's events and for bots. */
  author?: string;
  text: string;
  /** A file's name, on file events. */
  file?: string;
}

export interface ShownChat {
  visitorUrlId: string;
  chatId: number;
  label: string;
  stage: string;
  name?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  notes?: string | undefined;
  place?: string | undefined;
  custom: Record<string, string>;
  events: ShownEvent[];
  /** Other chats of the visitor, newest first, the one on screen included. */
  chatIds: number[];
}
