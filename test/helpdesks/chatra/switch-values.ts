import { keptTextValues } from '../core/kept-text';
import { paneValues } from '../core/panes';
import { switchValues } from '../core/switch-values';
import type { ChatraSwitches } from './switches';

/** What every switch of Chatra is thrown to in the tests. */
export const chatraValues = switchValues<ChatraSwitches>()({
  errorBody: ['json', 'text', 'empty', 'html'],
  wrongKeys: [401, 403, 400, 404, '200-with-error'],
  unknownId: ['404', '400', 'null'],
  rateLimit: [
    null,
    { requests: 60, windowMs: 60_000, retryAfterSeconds: 5, body: true },
    { requests: 0, windowMs: 60_000, retryAfterSeconds: 5, body: true },
    { requests: 0, windowMs: 60_000, retryAfterSeconds: null, body: false },
  ],
  webhookText: ['both', 'text', 'message'],
  timestampName: ['createdAt', 'timestamp'],
  clientExtras: [true, false],
  clientByChatId: [false, true],
  chatIdInClient: [true, false],
  clientDetails: ['all', 'info', 'basicInfo', 'integrationData'],
  notesIn: ['basicInfo', 'info', 'top'],
  notesKept: keptTextValues,
  integrationKeys: ['lower', 'capital'],
  composer: ['textarea', 'contenteditable'],
  picker: ['/', '#', 'never'],
  urlScheme: ['conversations', 'lists-only', 'legacy'],
  ddp: [false, true],
  footer: ['composer', 'start', 'away'],
  messageTime: ['clock', 'relative'],
  groupMeta: ['absent', 'hidden'],
  language: ['en', 'de', 'ru'],
  contactPanel: ['link', 'input', 'text'],
  classNames: ['attested', 'obfuscated'],
  messagesAtOnce: [30, 2],
  messageOrder: ['oldest-first', 'turned-by-style', 'newest-on-top'],
  typing: [false, true],
  wordNodes: ['one', 'each-line'],
  drawn: ['all', 'near-window'],
  asideAgent: ['absent', 'address'],
  fieldEvent: ['input', 'keyup'],
  ...paneValues,
  // The last: a page that is signed out goes on listening in the document that tests share.
  signedIn: [true, false],
});
