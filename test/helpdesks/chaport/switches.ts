import type { KeptText } from '../core/kept-text';
import { type PaneSwitches, paneDefaults } from '../core/panes';

/** How often a client may send requests, and what it is answered after too many. */
export interface RateLimit {
  requests: number;
  windowMs: number;
  /** Seconds in `Retry-After`; no such header when null. */
  retryAfterSeconds: number | null;
}

/**
 * Everything about Chaport that nobody outside knows for sure. The defaults are one plausible service; tests
 * switch to the other values to show that nothing depends on the choice.
 */
export interface ChaportSwitches extends PaneSwitches {
  /** Visitors on one page of the list. */
  pageSize: number;
  linkForm: 'absolute' | 'root-relative';
  /** Beside `result`, or inside it where `result` is an object (an array cannot carry links). */
  linksPosition: 'beside' | 'inside';
  /** The link to the next page: as text, as an object, by its number, by `rel`, or outside of `links`. */
  nextForm: 'text' | 'object' | 'number' | 'relation' | 'elsewhere';
  /** How the last page of visitors says that it is the last; without links, no page has any. */
  lastPageNext: 'absent' | 'null' | 'empty' | 'no-links';
  /** A page beyond the last: an empty list, or a refusal. */
  beyondLastPage: 'empty' | '404';
  /** The links to older chats: a list, a map by id, bare ids, addresses of their events, or elsewhere. */
  moreForm: 'list' | 'map' | 'ids' | 'events' | 'elsewhere';
  /** `links.more` names every older chat, or at most this many, the rest behind the oldest of them. */
  olderChatsListed: 'all' | number;
  eventTimeKey: 'timestamp' | 'createdAt' | 'absent';
  eventTimeType: 'iso' | 'epoch-ms' | 'epoch-s';
  eventIds: 'text' | 'number' | 'absent';
  /** A chat's number reads as its time, comes as text, or counts the visitor's chats. */
  chatIds: 'number' | 'text' | 'serial';
  /** Which of its events a chat carries; all of them are under `/events`. */
  eventsInChat: 'all' | 'newest' | 'absent';
  /** Where an event names its operator. */
  operatorIdIn: 'params' | 'event' | 'object';
  /** How a chat names its operators when it is read. */
  chatOperators: 'ids' | 'objects' | 'absent';
  /** What is answered for a visitor who never chatted. */
  noChat: '404' | 'null' | '204' | '400' | '500';
  /** Operators on one page of their list; all on one, without mention of pages, when null. */
  operatorPageSize: number | null;
  /** The list of operators when requested: filled, empty, or an error, as documented. */
  operatorList: 'told' | 'empty' | '500';
  /** What the test call answers to a good token. */
  me: 'account' | 'operator' | 'empty';
  /** The answer to a wrong token. */
  wrongToken: '401' | '403' | '200-with-error';
  /** The answer to an id of a kind that is not the API's own. */
  unknownVisitor: '404' | '403' | '400';
  /** The form of a visitor's phone. */
  phoneForm: 'text' | 'number' | 'list';
  emailForm: 'text' | 'list';
  /** Fields whose names are a guess: last seen, language, place. */
  visitorExtras: boolean;
  /** Whether visitors who never chatted are listed. */
  neverChatted: 'listed' | 'left-out';
  /** How a visitor's unset fields look. */
  unsetFields: 'absent' | 'null';
  /** The visitor's id in the web app's address: a UUID that the API does not know, or the API's own. */
  webVisitorId: 'uuid' | 'rest';
  errorBody: 'json' | 'empty' | 'html';
  rateLimit: RateLimit | null;
  customOnPut: 'merge' | 'replace';
  /** Longest text accepted in `notes`. */
  notesLimit: number | null;
  /** A longer text is a 400, or is cut silently. */
  notesOverLimit: 'refused' | 'cut';
  /** How the text is changed when it is stored. */
  notesKept: KeptText;
  /** How a name, an address or a number is changed when it is stored. */
  fieldsKept: KeptText;
  /** What empties a field of a visitor: an empty text, `null`, or either. */
  emptiedBy: 'either' | 'blank' | 'null';
  /** What a change of a visitor answers. */
  putAnswer: 'visitor' | '204';
  /** A link that must not be followed, in the list of visitors, of older chats, or in both. */
  hostileLinks: 'none' | 'next' | 'more' | 'both';
  hostileLinkForm: 'foreign-host' | 'protocol-relative' | 'outside-api';
  /** The next page is the same page again; an older chat is the same chat again. */
  linkLoop: boolean;
  composer: 'textarea' | 'contenteditable';
  /** Whether the composer still has the id with which it has been seen. */
  composerId: 'attested' | 'other';
  /** Whether the address of a chat names the chat. */
  chatAddress: 'visitor-and-chat' | 'visitor';
  /** `join-first`: a button and no composer; `join-by-typing`: both, as in the older app. */
  joined: 'joined' | 'join-first' | 'join-by-typing';
  /** The visitor's name, e-mail and phone on the page: as text or in form fields. */
  visitorPanel: 'text' | 'inputs';
  language: 'en' | 'ru';
  signedIn: boolean;
  /** Which event tells the page that something was typed. */
  fieldEvent: 'input' | 'keyup';
}

export const chaportDefaults: ChaportSwitches = {
  pageSize: 50,
  linkForm: 'root-relative',
  linksPosition: 'beside',
  nextForm: 'text',
  lastPageNext: 'absent',
  beyondLastPage: 'empty',
  moreForm: 'list',
  olderChatsListed: 'all',
  eventTimeKey: 'timestamp',
  eventTimeType: 'iso',
  eventIds: 'text',
  chatIds: 'number',
  eventsInChat: 'all',
  operatorIdIn: 'params',
  chatOperators: 'ids',
  noChat: '404',
  operatorPageSize: null,
  operatorList: 'told',
  me: 'account',
  wrongToken: '401',
  unknownVisitor: '404',
  phoneForm: 'text',
  emailForm: 'text',
  visitorExtras: true,
  neverChatted: 'listed',
  unsetFields: 'absent',
  webVisitorId: 'uuid',
  errorBody: 'json',
  rateLimit: null,
  customOnPut: 'merge',
  notesLimit: null,
  notesOverLimit: 'refused',
  notesKept: 'as-is',
  fieldsKept: 'as-is',
  emptiedBy: 'either',
  putAnswer: 'visitor',
  hostileLinks: 'none',
  hostileLinkForm: 'foreign-host',
  linkLoop: false,
  composer: 'textarea',
  composerId: 'attested',
  chatAddress: 'visitor-and-chat',
  joined: 'joined',
  visitorPanel: 'text',
  language: 'en',
  signedIn: true,
  fieldEvent: 'input',
  ...paneDefaults,
};
