import type { Coverage, CoverageReason } from '../model/coverage';
import { formatNumber } from '../text/format-number';
import { formatAge, formatDate } from '../text/format-time';

/** What a reason means: half a sentence, what to do next, and whether a button can do it. */
export interface ReasonWords {
  /** Fits after a colon: "its server reported an error (500)". */
  what: string;
  /** A sentence, or nothing where nothing can be done. */
  next: string;
  action: CoverageAction;
}

/** What a button beside the words does: ask again, open the settings, or load older items. */
export type CoverageAction = 'retry' | 'connect' | 'more' | 'none';

interface ReasonInput {
  platformLabel: string;
  now: number;
}

type ReasonFormat = (platform: string, coverage: Coverage, now: number) => ReasonWords;

const settings = (what: string, next: string): ReasonWords => ({ what, next, action: 'connect' });
const again = (what: string, next: string): ReasonWords => ({ what, next, action: 'retry' });
const nothing = (what: string, next = ''): ReasonWords => ({ what, next, action: 'none' });

const wordsByReason: Readonly<Record<CoverageReason, ReasonFormat>> = {
  'more-on-platform': (platform) =>
    nothing('it has more than was read', `Open ${platform} to read the rest.`),
  'plan-limit': (platform) =>
    nothing(
      `the plan of this ${platform} account hands out nothing older`,
      `Older chats need a larger plan in ${platform}.`,
    ),
  'page-unreadable': (platform) =>
    nothing(
      `${platform}’s page could not be read and only its address is known`,
      `${platform} may have changed its page; an update of Deskside may help.`,
    ),
  'platform-cap': (platform) =>
    nothing(
      `this ${platform} hands out only the newest conversations of a person`,
      `A newer version of ${platform} may hand out older ones.`,
    ),
  'storage-full': () =>
    again(
      'this browser has no storage left for it',
      'Free some disk space, or keep histories for fewer days, then try again.',
    ),
  'restricted-view': (platform) =>
    nothing(
      'it shows only the conversations that the connected agent may see',
      `An administrator’s account shows all of ${platform}.`,
    ),
  'shared-identifier': (platform) =>
    nothing(
      `too many contacts in ${platform} carry the same address or number to be one person`,
      'They are not joined.',
    ),
  'search-bound': (platform, coverage) =>
    nothing(
      `it has no search: ${indexedVisitorsWords(coverage.searched, coverage.since)}`,
      `Open their chat in ${platform} once and they are known from then on.`,
    ),
  'search-running': (_platform, coverage) =>
    nothing(
      `it has no search, so all its visitors are looked through: ${indexedVisitorsWords(coverage.searched, coverage.since)}`,
    ),
  'end-unproven': (platform, coverage) =>
    nothing(
      `it has no search, and its list of visitors did not say whether it was whole: ${indexedVisitorsWords(coverage.searched, coverage.since)}`,
      `Open their chat in ${platform} once and they are known from then on.`,
    ),
  'exact-name-only': () =>
    nothing('it finds only whole names', 'Type the full name, an e-mail address or a number.'),
  'api-has-no-history': (platform) =>
    nothing('its API has no history', `Chats appear here once ${platform} showed them.`),
  'api-has-no-search': (platform) =>
    nothing(
      'its API cannot search for people',
      `Open their chat in ${platform} once and they are known from then on.`,
    ),
  'no-identifier': () =>
    again(
      'no e-mail address or phone number of this person is known to look for',
      'Add one to the contact, then try again.',
    ),
  'several-fit': (platform) =>
    again(
      `${platform} knows several people by what the page shows, or only one of another name`,
      'Say who this is.',
    ),
  'wrong-key': () => settings('the key was refused', 'Enter a current key in the settings.'),
  'expired-key': () => settings('the key has expired', 'Enter a new key in the settings.'),
  'missing-right': (platform, coverage) =>
    again(
      coverage.right === undefined
        ? 'the connected account may not read this'
        : `the right “${coverage.right}” is missing`,
      `Ask an administrator of ${platform} for it, then try again.`,
    ),
  'permission-missing': () =>
    settings('the browser no longer allows calls to it', 'Allow them again in the settings.'),
  'no-secret': () => settings('no key is stored in this browser', 'Enter the key in the settings.'),
  'keys-locked': () =>
    settings('the keys are locked', 'Unlock them with your passphrase in the settings.'),
  'rate-limited': (_platform, coverage, now) =>
    again('it asked for fewer calls', retryWords(coverage, now) ?? 'Try again in a minute.'),
  timeout: (platform, coverage, now) =>
    again(
      'it took too long to answer',
      retryWords(coverage, now) ?? `Try again; if this goes on, ${platform} may be down.`,
    ),
  offline: (_platform, coverage, now) =>
    again(
      'there is no connection to it',
      retryWords(coverage, now) ?? 'Check the internet connection, then try again.',
    ),
  'server-error': (platform, coverage, now) =>
    again(
      `its server reported an error${statusWords(coverage)}`,
      retryWords(coverage, now) ?? `The fault is on ${platform}’s side; try again in a moment.`,
    ),
  redirected: () =>
    settings(
      'it sent the call on to another address, which was not followed',
      'Check the address in the settings.',
    ),
  'not-the-platform': (platform) =>
    settings(`what answered is not ${platform}`, 'Check the address in the settings.'),
  'bad-answer': () =>
    again(
      'its answer could not be read',
      'Try again; if this goes on, the account may need a look in the settings.',
    ),
  'too-large': () => again('its answer was too large to read', 'Try again later.'),
  'other-account': () =>
    settings('another account answers than the one set up', 'Connect it again in the settings.'),
  'relay-signed-out': () =>
    settings('the sign-in to Membrane has ended', 'Sign in again in the settings.'),
  'relay-gone': () =>
    settings('Membrane has no such connection any longer', 'Choose another in the settings.'),
  'relay-reconnect': () =>
    settings('its connection in Membrane no longer works', 'Connect it again in the settings.'),
  'relay-unproven': (platform) =>
    settings(
      'it is not certain yet which account answers through Membrane',
      `Open a chat in ${platform}, or confirm the account in the settings.`,
    ),
  'relay-no-way': () => nothing('Membrane has no way to this part of it'),
  'relay-trouble': (_platform, coverage, now) =>
    again(
      `Membrane could not be reached or failed${statusWords(coverage)}`,
      retryWords(coverage, now) ?? 'Try again in a moment.',
    ),
  'relay-limit': (_platform, coverage, now) =>
    again('Membrane asked for fewer calls', retryWords(coverage, now) ?? 'Try again in a minute.'),
};

const olderThere: ReasonWords = {
  what: 'older items can be loaded',
  next: 'Scroll down to load more.',
  action: 'more',
};

/**
 * The clause for the coverage's reason; `undefined` when it gives none. What can be loaded by asking
 * comes before why the platform did not give it by itself, unless something failed.
 */
export function reasonWords(coverage: Coverage, input: ReasonInput): ReasonWords | undefined {
  const isAnyStored = coverage.state === 'partial' || coverage.state === 'captured';
  if (isAnyStored && coverage.more === true) return olderThere;
  if (coverage.reason === undefined) return undefined;
  return wordsByReason[coverage.reason](input.platformLabel, coverage, input.now);
}

function statusWords(coverage: Coverage): string {
  return coverage.httpStatus === undefined ? '' : ` (${coverage.httpStatus})`;
}

/** When it is tried again by itself, in a sentence; `undefined` when no such time is known. */
export function retryWords(coverage: Coverage, now: number): string | undefined {
  if (coverage.retryAt === undefined || coverage.retryAt <= now) return undefined;
  const words = formatAge(coverage.retryAt, now);
  return words === 'just now' ? 'The next try is a moment away.' : `The next try is ${words}.`;
}

/** "2,400 visitors indexed, back to 3 March 2026"; the number and the date where they are known. */
export function indexedVisitorsWords(
  indexed: number | undefined,
  reachesBackTo: number | undefined,
): string {
  const visitors =
    indexed === 1
      ? '1 visitor indexed'
      : `${indexed === undefined ? 'some' : formatNumber(indexed)} visitors indexed`;
  return reachesBackTo === undefined
    ? visitors
    : `${visitors}, back to ${formatDate(reachesBackTo)}`;
}
