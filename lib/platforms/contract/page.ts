import type { ComposerState } from '../../model/composer';
import type { PlatformName } from '../../model/ids';
import type { ComposerMode } from '../../model/insertion';
import type { CapturedItem, PageContext } from '../../model/page';

/** The composer of the conversation on screen, or why there is none to write in. */
export interface FoundComposer {
  /** Where text can be put; absent only where `state.blocked` says why. */
  element?: HTMLElement | undefined;
  mode: ComposerMode;
  state: ComposerState;
  /** Selector of the helpdesk's own picker, shown while one of its trigger words is at the caret. */
  picker?: string | undefined;
}

/** What distinguishes one conversation's pane from another's, apart from address and person. */
export interface PaneContent {
  /** Ids or texts of messages, or lines of text. */
  content: readonly string[];
  /** True where `content` consists of messages alone; else it also contains words that every pane has. */
  isExact: boolean;
}

/** The list of messages on screen, as something that can be scrolled through. */
export interface WalkableList {
  /** What scrolls. */
  area: Element;
  /** What is drawn of it, oldest first, with the element of each message. */
  rows: readonly { element: Element; item: CapturedItem }[];
  /** True while the page shows that it fetches older messages. */
  isLoading: boolean;
  /** True where the oldest message drawn carries the page's own mark of the first of all. */
  hasStart: boolean;
}

/**
 * A platform's helpdesk page, as the content script sees it. Reads only; knows no network. Every
 * method must be cheap (it runs after changes of the page) and must not throw on odd markup.
 */
export interface PageAdapter {
  platform: PlatformName;
  /** True on the helpdesk's own pages only: never on its widget or a customer's website. */
  recognises(document: Document, location: Location): boolean;
  read(document: Document, location: Location): PageContext;
  /** The ids in the address suffice to know who is shown, before the page has drawn them. */
  isAddressEnough?: boolean;
  /** What the pane in front shows, to see whether it and the address are about the same conversation. */
  paneContent?(document: Document): PaneContent;
  /**
   * The conversation on screen, oldest first. Only where the API has no history. Reading many messages
   * takes long: `unread` after about `budget` ms, and the next call reads on while the page stays as it is.
   */
  capture?(document: Document, budget: number): CapturedItem[] | 'unread';
  /**
   * The list of messages, to be walked through by scrolling; `undefined` where none is in front. Reading
   * many messages for the first time takes long: `unread` after about `budget` ms, with more read at
   * each call. Absent where the page is not walked through.
   */
  walkable?(document: Document, budget: number): WalkableList | 'unread' | undefined;
  /**
   * The element that contains the messages on screen, newest last; `null` when none is there. Absent
   * where the markup is not known: then growth of the page counts as a new message.
   */
  messageList?(document: Document): Element | null;
  /** Where a text could be put now. `undefined`: no conversation on screen has a composer. */
  composer?(document: Document): FoundComposer | undefined;
}
