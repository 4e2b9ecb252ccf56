import type { Coverage, CoverageReason } from '../model/coverage';
import { ageWords } from './time-words';

/** What a reason means: half a sentence, what to do next, and whether a button can do it. */
export interface Clause {
  /** Fits after a colon: "its server reported an error (500)". */
  what: string;
  /** A sentence, or nothing where nothing can be done. */
  next: string;
  action: 'retry' | 'connect' | 'none';
}

interface Facts {
  platformLabel: string;
  now: number;
}

type Told = (platform: string, coverage: Coverage, now: number) => Clause;

const settings = (what: string, next: string): Clause => ({ what, next, action: 'connect' });
const again = (what: string, next: string): Clause => ({ what, next, action: 'retry' });
const nothing = (what: string, next = ''): Clause => ({ what, next, action: 'none' });

const clauses: Readonly<Record<CoverageReason, Told>> = {
  'more-on-platform': (platform) =>
    nothing('it has more than was read', `Open ${platform} to read the rest.`),
  'platform-cap': (platform) =>
    nothing(
      `this ${platform} hands out only the newest conversations of a person`,
      `A newer version of ${platform} may hand out older ones.`,
    ),
  'restricted-view': (platform) =>
    nothing(
      'the key shows only the conversations that its owner may see',
      `An administrator’s key shows all of ${platform}.`,
    ),
  'shared-identifier': (platform) =>
    nothing(
      `too many contacts in ${platform} carry the same address or number to be one person`,
      'They are not joined.',
    ),
  'search-bound': (platform, coverage) =>
    nothing(
      `it has no search, and the ${peopleWords(coverage)} with the newest chats were looked through`,
      `Open their chat in ${platform} once and they are known from then on.`,
    ),
  'search-running': (platform, coverage) =>
    nothing(
      `it has no search, so the people of ${platform} are looked through one by one${soFar(coverage)}`,
    ),
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
  'wrong-key': () => settings('the key was refused', 'Enter a current key in the settings.'),
  'expired-key': () => settings('the key has expired', 'Enter a new key in the settings.'),
  'missing-right': (platform, coverage) =>
    again(
      coverage.right === undefined
        ? 'the key may not read this'
        : `the key lacks the right “${coverage.right}”`,
      `Ask an administrator of ${platform} for it, then try again.`,
    ),
  'permission-missing': () =>
    settings('the browser no longer allows calls to it', 'Allow them again in the settings.'),
  'no-secret': () => settings('no key is stored in this browser', 'Enter the key in the settings.'),
  'rate-limited': (_platform, coverage, now) =>
    again('it asked for fewer calls', nextTry(coverage, now) ?? 'Try again in a minute.'),
  timeout: (platform, coverage, now) =>
    again(
      'it took too long to answer',
      nextTry(coverage, now) ?? `Try again; if this goes on, ${platform} may be down.`,
    ),
  offline: (_platform, coverage, now) =>
    again(
      'there is no connection to it',
      nextTry(coverage, now) ?? 'Check the internet connection, then try again.',
    ),
  'server-error': (platform, coverage, now) =>
    again(
      `its server reported an error${statusWords(coverage)}`,
      nextTry(coverage, now) ?? `The fault is on ${platform}’s side; try again in a moment.`,
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
};

/** The clause for the coverage's reason; `undefined` when it gives none. */
export function clauseOf(coverage: Coverage, facts: Facts): Clause | undefined {
  if (coverage.reason === undefined) return undefined;
  return clauses[coverage.reason](facts.platformLabel, coverage, facts.now);
}

/** "2,400 people", or "people" where the number is not known. */
export function peopleWords(coverage: Coverage): string {
  if (coverage.searched === undefined) return 'people';
  return coverage.searched === 1 ? '1 person' : `${count(coverage.searched)} people`;
}

/** A number with separators: 2,400. */
export function count(value: number): string {
  return value.toLocaleString('en');
}

function soFar(coverage: Coverage): string {
  return coverage.searched === undefined ? '' : ` (${count(coverage.searched)} so far)`;
}

function statusWords(coverage: Coverage): string {
  return coverage.httpStatus === undefined ? '' : ` (${coverage.httpStatus})`;
}

function nextTry(coverage: Coverage, now: number): string | undefined {
  if (coverage.retryAt === undefined || coverage.retryAt <= now) return undefined;
  const words = ageWords(coverage.retryAt, now);
  return words === 'just now' ? 'The next try is a moment away.' : `The next try is ${words}.`;
}
