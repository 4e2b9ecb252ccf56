import type { KeptText } from '../core/kept-text';
import { type PaneSwitches, paneDefaults } from '../core/panes';

/** How often a client may ask, and what it is told when it asked too often. */
export interface RateLimit {
  requests: number;
  windowMs: number;
  /** Seconds in `Retry-After`; no such header when null. */
  retryAfterSeconds: number | null;
}

/**
 * Everything about Chaport that nobody outside knows for sure. The defaults are one plausible
 * service; tests turn the others on to show that nothing depends on the choice.
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
  eventTimeType: 'iso' | 'epoch-ms';
  /** What is answered for a visitor who never chatted. */
  noChat: '404' | 'null' | '204' | '400' | '500';
  /** Operators on one page of their list; all on one, without a word of pages, when null. */
  operatorPageSize: number | null;
  /** The answer to a wrong token. */
  wrongToken: '401' | '200-with-error';
  /** An id of another space than the API's own. */
  unknownVisitor: '404' | '403' | '400';
  /** The form of a visitor's phone. */
  phoneForm: 'text' | 'number' | 'list';
  /** How a visitor's unset fields look. */
  unsetFields: 'absent' | 'null';
  /** The visitor's id in the web app's address: a UUID that the API does not know, or the API's own. */
  webVisitorId: 'uuid' | 'rest';
  errorBody: 'json' | 'empty' | 'html';
  rateLimit: RateLimit | null;
  customOnPut: 'merge' | 'replace';
  /** Longest text accepted in `notes`; a longer one is a 400. */
  notesLimit: number | null;
  /** What becomes of a text written into `notes`. */
  notesText: KeptText;
  /** A link that must not be followed, in the list of visitors, of older chats, or in both. */
  hostileLinks: 'none' | 'next' | 'more' | 'both';
  hostileLinkForm: 'foreign-host' | 'protocol-relative' | 'outside-api';
  /** The next page is the same page again; an older chat is the same chat again. */
  linkLoop: boolean;
  composer: 'textarea' | 'contenteditable';
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
  noChat: '404',
  operatorPageSize: null,
  wrongToken: '401',
  unknownVisitor: '404',
  phoneForm: 'text',
  unsetFields: 'absent',
  webVisitorId: 'uuid',
  errorBody: 'json',
  rateLimit: null,
  customOnPut: 'merge',
  notesLimit: null,
  notesText: 'as-given',
  hostileLinks: 'none',
  hostileLinkForm: 'foreign-host',
  linkLoop: false,
  composer: 'textarea',
  joined: 'joined',
  visitorPanel: 'text',
  language: 'en',
  signedIn: true,
  fieldEvent: 'input',
  ...paneDefaults,
};
