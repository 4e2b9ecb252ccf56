import { paneValues } from '../core/panes';
import { switchValues } from '../core/switch-values';
import type { KustomerSwitches } from './switches';

/** The values that every switch of Kustomer is set to in the tests. */
export const kustomerValues = switchValues<KustomerSwitches>()({
  errors: ['classic', 'new'],
  missingRole: [403, 401],
  expiredKey: ['Expired token', 'Le jeton a expiré'],
  rateLimit: [1_000, 0],
  searchLimit: [100, 0],
  noteLimit: [120, 0],
  resetHeader: ['on-429', 'always', 'never'],
  searchMaxPages: [100, 1],
  phoneStored: ['e164', 'digits'],
  phoneLookup: ['both', 'e164', 'digits'],
  emailCase: ['insensitive', 'sensitive'],
  sharedLookup: [true, false],
  merged: ['gone', 'survivor'],
  order: ['asc', 'desc', 'random'],
  nestedSort: [false, true],
  empties: ['mixed', 'absent', 'null'],
  mailPreview: ['plain', 'markup'],
  deletedNotes: ['gone', 'listed'],
  unknownUsers: ['left-out', 'not-found'],
  listsOnPatch: ['replace', 'merge'],
  duplicates: ['conflict', 'bad-request', 'taken'],
  shortcutPut: ['partial', 'replace'],
  shortcutText: ['kept', 'content-only'],
  shortcutNames: ['free', 'unique'],
  shortcutRev: ['checked', 'ignored', 'refused'],
  deletedShortcuts: ['listed', 'gone'],
  signedIn: [true, false],
  conversationAddress: ['redirect', 'stay'],
  composerDelay: [120, 0],
  editorLabels: [true, false],
  ...paneValues,
});
