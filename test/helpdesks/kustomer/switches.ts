import { type PaneSwitches, paneDefaults } from '../core/panes';

/** Every open question about Kustomer, and every state a test needs, as a setting with a default. */
export interface KustomerSwitches extends PaneSwitches {
  /** `classic`: `{status, source, code, title, detail}`; `new`: `{code, message, meta}`. Both are in use. */
  errors: 'classic' | 'new';
  /** Older pages of the documentation answer a missing role with 401, newer ones with 403. */
  missingRole: 401 | 403;
  /** How the refusal of an expired key is worded; nothing says that it stays in English. */
  expiredKey: 'Expired token' | 'Le jeton a expiré';
  /** Requests per 60 s window for the whole organisation. */
  rateLimit: number;
  /** Searches per 60 s window for API keys. */
  searchLimit: number;
  /** Notes per 60 s window, key and customer. */
  noteLimit: number;
  /** Old recordings show answers without `x-ratelimit-reset`; then it comes with a 429 only. */
  resetHeader: 'on-429' | 'always' | 'never';
  /** Pages a search delivers; the link of the last one still leads one further. */
  searchMaxPages: number;
  /** Whether stored numbers carry the plus. */
  phoneStored: 'e164' | 'digits';
  /** Which spelling of a number `phone=` finds. */
  phoneLookup: 'e164' | 'digits' | 'both';
  emailCase: 'insensitive' | 'sensitive';
  /** Whether `email=` and `phone=` find addresses and numbers that several customers share. */
  sharedLookup: boolean;
  /** What a request for the old id of a merged customer returns. */
  merged: 'survivor' | 'gone';
  /** Order of the lists below a customer or conversation, by creation. */
  order: 'asc' | 'desc' | 'random';
  /** Whether these lists obey `sort=desc`. */
  nestedSort: boolean;
  /**
   * How empty attributes are sent: left out, as null, or one way on some records and the other on the rest.
   */
  empties: 'mixed' | 'absent' | 'null';
  /** Whether the `preview` of an HTML e-mail is plain text, as documented, or its markup. */
  mailPreview: 'plain' | 'markup';
  /** Whether a list still shows notes that are marked as deleted. */
  deletedNotes: 'gone' | 'listed';
  /** What a list of users' ids answers where one of them is of nobody: the others, or that it is not found. */
  unknownUsers: 'left-out' | 'not-found';
  /** Whether a list of a customer that is sent replaces the one there, or is added to it. */
  listsOnPatch: 'replace' | 'merge';
  /** What happens to an address, number or id that another customer has. */
  duplicates: 'conflict' | 'bad-request' | 'taken';
  /** Whether a PUT of a shortcut keeps or empties what it leaves out. */
  shortcutPut: 'partial' | 'replace';
  /** Whether a written shortcut keeps its Markdown, or only its Draft.js content. */
  shortcutText: 'kept' | 'content-only';
  /** Whether two shortcuts may have one name. */
  shortcutNames: 'free' | 'unique';
  /** What a `rev` in a written shortcut is: an optimistic lock, ignored, or an unknown field. */
  shortcutRev: 'checked' | 'ignored' | 'refused';
  /** Whether a list still shows shortcuts that were deleted, marked as deleted. */
  deletedShortcuts: 'listed' | 'gone';
  /** False: every page of the web app leads to the sign-in form. */
  signedIn: boolean;
  /** Whether `/app/conversations/<id>` becomes the customer's address. */
  conversationAddress: 'redirect' | 'stay';
  /** Milliseconds between a customer's appearance and that of the composer. */
  composerDelay: number;
  /** Whether the editors have accessible names. */
  editorLabels: boolean;
}

/** The settings of a new emulator. */
export function defaultSwitches(): KustomerSwitches {
  return {
    errors: 'classic',
    missingRole: 403,
    expiredKey: 'Expired token',
    rateLimit: 1_000,
    searchLimit: 100,
    noteLimit: 120,
    resetHeader: 'on-429',
    searchMaxPages: 100,
    phoneStored: 'e164',
    phoneLookup: 'both',
    emailCase: 'insensitive',
    sharedLookup: true,
    merged: 'gone',
    order: 'asc',
    nestedSort: false,
    empties: 'mixed',
    mailPreview: 'plain',
    deletedNotes: 'gone',
    unknownUsers: 'left-out',
    listsOnPatch: 'replace',
    duplicates: 'conflict',
    shortcutPut: 'partial',
    shortcutText: 'kept',
    shortcutNames: 'free',
    shortcutRev: 'checked',
    deletedShortcuts: 'listed',
    signedIn: true,
    conversationAddress: 'redirect',
    composerDelay: 120,
    editorLabels: true,
    ...paneDefaults,
  };
}
