import { keptTextValues } from '../core/kept-text';
import { paneValues } from '../core/panes';
import { switchValues } from '../core/switch-values';
import type { ChaportSwitches } from './switches';

/** What every switch of Chaport is thrown to in the tests. */
export const chaportValues = switchValues<ChaportSwitches>()({
  pageSize: [50, 4, 1],
  linkForm: ['root-relative', 'absolute'],
  linksPosition: ['beside', 'inside'],
  nextForm: ['text', 'object', 'number', 'relation', 'elsewhere'],
  lastPageNext: ['absent', 'null', 'empty', 'no-links'],
  beyondLastPage: ['empty', '404'],
  moreForm: ['list', 'map', 'ids', 'events', 'elsewhere'],
  olderChatsListed: ['all', 1, 2],
  eventTimeKey: ['timestamp', 'createdAt', 'absent'],
  eventTimeType: ['iso', 'epoch-ms'],
  noChat: ['404', 'null', '204', '400', '500'],
  operatorPageSize: [null, 1],
  wrongToken: ['401', '200-with-error'],
  unknownVisitor: ['404', '403', '400'],
  phoneForm: ['text', 'number', 'list'],
  unsetFields: ['absent', 'null'],
  webVisitorId: ['uuid', 'rest'],
  errorBody: ['json', 'empty', 'html'],
  rateLimit: [
    null,
    { requests: 0, windowMs: 60_000, retryAfterSeconds: 7 },
    { requests: 0, windowMs: 60_000, retryAfterSeconds: null },
  ],
  customOnPut: ['merge', 'replace'],
  notesLimit: [null, 10_000],
  notesText: keptTextValues,
  hostileLinks: ['none', 'next', 'more', 'both'],
  hostileLinkForm: ['foreign-host', 'protocol-relative', 'outside-api'],
  linkLoop: [false, true],
  composer: ['textarea', 'contenteditable'],
  joined: ['joined', 'join-first', 'join-by-typing'],
  visitorPanel: ['text', 'inputs'],
  language: ['en', 'ru'],
  fieldEvent: ['input', 'keyup'],
  ...paneValues,
  // The last: a page that is signed out goes on listening in the document that tests share.
  signedIn: [true, false],
});
