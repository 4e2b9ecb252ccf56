import type { KeptText } from '../core/kept-text';
import { type PaneSwitches, paneDefaults } from '../core/panes';

/** How often a client may send requests, and what it is answered after too many. */
export interface RateLimit {
  requests: number;
  windowMs: number;
  /** Seconds in `Retry-After`; no such header when null. */
  retryAfterSeconds: number | null;
  /** Whether the 429 says anything. */
  body: boolean;
}

/**
 * Everything about Chatra that nobody outside knows for sure. The defaults are one plausible service; tests
 * switch to the other values to show that nothing depends on the choice.
 */
export interface ChatraSwitches extends PaneSwitches {
  errorBody: 'json' | 'text' | 'empty' | 'html';
  /** The answer to wrong keys: a refusal, or a success that contains an error. */
  wrongKeys: 401 | 403 | 400 | 404 | '200-with-error';
  /** The answer for an id that does not exist. */
  unknownId: '404' | '400' | 'null';
  rateLimit: RateLimit | null;
  /** Under which key webhooks carry a message's text. */
  webhookText: 'both' | 'text' | 'message';
  timestampName: 'createdAt' | 'timestamp';
  /** Fields of a client whose names are a guess: form answers, place, browser, link, pages. */
  clientExtras: boolean;
  /** `GET /clients/{chatId}` answers as for the client's own id. */
  clientByChatId: boolean;
  /** Whether a fetched client names its chat. */
  chatIdInClient: boolean;
  /** Which of the three objects with a client's details are there. */
  clientDetails: 'all' | 'info' | 'basicInfo' | 'integrationData';
  /** Where a fetched client shows the agents' notes. */
  notesIn: 'basicInfo' | 'info' | 'top';
  /** Whether the site passes notes of its own. */
  siteNotes: boolean;
  /** Longest text accepted in `notes`. */
  notesLimit: number | null;
  /** A longer text is a 400, or is cut silently. */
  notesOverLimit: 'refused' | 'cut';
  /** How a text written into `notes` is changed. */
  notesKept: KeptText;
  /** How a name, an address or a number is changed when it is written. */
  fieldsKept: KeptText;
  /** What a change of a client answers. */
  putAnswer: 'client' | '204';
  /** How the keys of what agents know are spelt. */
  basicInfoKeys: 'lower' | 'capital';
  /** The form of a client's phone. */
  phoneForm: 'text' | 'number' | 'list';
  /** How a site spells the keys of the data it passes. */
  integrationKeys: 'lower' | 'capital';
  composer: 'textarea' | 'contenteditable';
  /** What a text must begin with to open Chatra's own picker. */
  picker: '/' | '#' | 'never';
  /** Addresses of conversations: with the id, lists only, or those of the app before 2020. */
  urlScheme: 'conversations' | 'lists-only' | 'legacy';
  /** The page's live data over SockJS. */
  ddp: boolean;
  /** `start`: a button in the composer's place; `away`: a notice there. */
  footer: 'composer' | 'start' | 'away';
  /** How a message shows its time; `dated` with the day, where there are no headings. */
  messageTime: 'clock' | 'relative' | 'exact' | 'dated';
  /** Whether messages carry their ids. */
  messageIds: 'absent' | 'attribute';
  /** Where the author and the time of a message are. */
  metaPlace: 'above' | 'below' | 'in-bubble';
  /** What contains the messages: an element of a known name, of none, or one more around each. */
  messageHolder: 'inner' | 'unnamed' | 'wrapped';
  /** A line from the app itself has its own class, or looks like a message. */
  systemLines: 'own-class' | 'as-message';
  /** Emoji as they were typed, or as pictures. */
  emoji: 'text' | 'picture';
  /** A file's link has the known class, or only its message has. */
  fileLook: 'class' | 'bare';
  /** Whether a message joined to the one above has no author and time, or hides them. */
  groupMeta: 'absent' | 'hidden';
  language: 'en' | 'de' | 'ru';
  /** The client's name, e-mail and phone on the page. */
  contactPanel: 'link' | 'input' | 'text';
  /** `obfuscated`: none of the known class names is used. */
  classNames: 'attested' | 'obfuscated';
  /** Messages on screen when a conversation opens, and added by each scroll to the top. */
  messagesAtOnce: number;
  signedIn: boolean;
  /** Order of the messages in the document, and whether a style turns it round on screen. */
  messageOrder: 'oldest-first' | 'turned-by-style' | 'newest-on-top';
  /** Whether what the visitor is typing is shown among the messages. */
  typing: boolean;
  /** The words of a message in one element, or each line in one of its own. */
  wordNodes: 'one' | 'each-line';
  /** Whether all loaded messages are in the document, or only those near the window. */
  drawn: 'all' | 'near-window';
  /** Which message has the class that is named after the first: the first of all, of each group, or none. */
  startMark: 'first' | 'each-group' | 'absent';
  /** What brings older messages: any scroll to the top, or the wheel alone. */
  olderCome: 'by-scroll' | 'by-wheel';
  /** How long older messages take to come (ms), and whether the app shows meanwhile that it fetches them. */
  olderTake: number;
  loader: 'absent' | 'shown';
  /** Where the list is when older messages have come: where it was, or at its top. */
  onOlder: 'keeps-place' | 'jumps';
  /** Whether there is always something older. */
  endless: boolean;
  /** Whether the panel also shows the address of the agent in charge. */
  asideAgent: 'absent' | 'address';
  /** Which event tells the page that something was typed. */
  fieldEvent: 'input' | 'keyup';
}

export const chatraDefaults: ChatraSwitches = {
  errorBody: 'json',
  wrongKeys: 401,
  unknownId: '404',
  rateLimit: { requests: 60, windowMs: 60_000, retryAfterSeconds: 5, body: true },
  webhookText: 'both',
  timestampName: 'createdAt',
  clientExtras: true,
  clientByChatId: false,
  chatIdInClient: true,
  clientDetails: 'all',
  notesIn: 'basicInfo',
  siteNotes: false,
  notesLimit: null,
  notesOverLimit: 'refused',
  notesKept: 'as-is',
  fieldsKept: 'as-is',
  putAnswer: 'client',
  basicInfoKeys: 'lower',
  phoneForm: 'text',
  integrationKeys: 'lower',
  composer: 'textarea',
  picker: '/',
  urlScheme: 'conversations',
  ddp: false,
  footer: 'composer',
  messageTime: 'clock',
  messageIds: 'absent',
  metaPlace: 'above',
  messageHolder: 'inner',
  systemLines: 'own-class',
  emoji: 'text',
  fileLook: 'class',
  groupMeta: 'absent',
  language: 'en',
  contactPanel: 'link',
  classNames: 'attested',
  messagesAtOnce: 30,
  signedIn: true,
  messageOrder: 'oldest-first',
  typing: false,
  wordNodes: 'one',
  drawn: 'all',
  startMark: 'first',
  olderCome: 'by-scroll',
  olderTake: 0,
  loader: 'absent',
  onOlder: 'keeps-place',
  endless: false,
  asideAgent: 'absent',
  fieldEvent: 'input',
  ...paneDefaults,
};
