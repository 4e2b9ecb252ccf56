import { plural, t } from '@lingui/core/macro';
import type { Coverage, CoverageReason } from '../model/coverage';
import { formatDate, formatDuration } from '../text/format-time';
import { joinSentences } from '../text/join-sentences';

/** What a reason means, what to do next, and whether a button can do it. */
export interface ReasonWords {
  /** One or two whole sentences that name the platform: "Chaport’s server reported an error (500)." */
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
    nothing(t`${platform} has more than was loaded.`, t`Open ${platform} to read the rest.`),
  'plan-limit': (platform) =>
    nothing(
      t`The plan of this ${platform} account includes no older chats.`,
      t`To read them, the account needs a larger plan in ${platform}.`,
    ),
  'page-unreadable': (platform) =>
    nothing(
      t`${platform}’s page could not be read, so only its address is known.`,
      t`${platform} may have changed its page. An update of Deskside may help.`,
    ),
  'platform-cap': (platform) =>
    nothing(
      t`This version of ${platform} provides only a person’s newest conversations.`,
      t`A newer version of ${platform} may provide older ones.`,
    ),
  'storage-full': (platform) =>
    again(
      t`This browser has no storage space left for ${platform}’s history.`,
      t`Free some disk space, or keep histories for fewer days, then try again.`,
    ),
  'restricted-view': (platform) =>
    nothing(
      t`${platform} shows only the conversations that the connected agent may see.`,
      t`An administrator’s account shows all of ${platform}.`,
    ),
  'shared-identifier': (platform) =>
    nothing(
      t`Too many contacts in ${platform} have the same address or number to be one person.`,
      t`They are not linked.`,
    ),
  'search-bound': (platform, coverage) =>
    nothing(noSearchWords(platform, coverage), openChatOnce(platform)),
  'search-running': (platform, coverage) =>
    nothing(
      joinSentences(
        t`${platform} has no search, so Deskside is going through all its visitors.`,
        indexedVisitorsWords(coverage.searched, coverage.since),
      ),
    ),
  'end-unproven': (platform, coverage) =>
    nothing(
      joinSentences(
        t`${platform} has no search, and did not say whether its list of visitors was complete.`,
        indexedVisitorsWords(coverage.searched, coverage.since),
      ),
      openChatOnce(platform),
    ),
  'exact-name-only': (platform) =>
    nothing(
      t`${platform} finds full names only.`,
      t`Enter the full name, an e-mail address or a phone number.`,
    ),
  'api-has-no-history': (platform) =>
    nothing(
      t`${platform}’s API provides no history.`,
      t`Chats appear here once you have opened them in ${platform}.`,
    ),
  'api-has-no-search': (platform) =>
    nothing(t`${platform}’s API cannot search for people.`, openChatOnce(platform)),
  'no-identifier': (platform) =>
    again(
      t`This person has no known e-mail address or phone number to look for in ${platform}.`,
      t`Add one to the contact, then try again.`,
    ),
  'several-fit': (platform) =>
    again(
      t`Several people in ${platform} match what the page shows, or only one with another name.`,
      t`Choose who this is.`,
    ),
  'wrong-key': (platform) =>
    settings(t`${platform} refused the key.`, t`Enter a current key in the settings.`),
  'expired-key': (platform) =>
    settings(t`The key for ${platform} has expired.`, t`Enter a new key in the settings.`),
  'missing-right': (platform, { right }) =>
    again(
      right === undefined
        ? t`The account connected to ${platform} may not read this.`
        : t`The account connected to ${platform} lacks the permission “${right}”.`,
      t`Ask an administrator of ${platform} for it, then try again.`,
    ),
  'permission-missing': (platform) =>
    settings(
      t`The browser no longer allows Deskside to reach ${platform}.`,
      t`Allow it again in the settings.`,
    ),
  'no-secret': (platform) =>
    settings(
      t`No key for ${platform} is stored in this browser.`,
      t`Enter the key in the settings.`,
    ),
  'keys-locked': (platform) =>
    settings(
      t`The key for ${platform} is locked.`,
      t`Unlock your keys with your passphrase in the settings.`,
    ),
  'rate-limited': (platform, coverage, now) =>
    again(
      t`${platform} is receiving too many requests.`,
      retryWords(coverage, now) ?? t`Try again in a minute.`,
    ),
  timeout: (platform, coverage, now) =>
    again(
      t`${platform} took too long to answer.`,
      retryWords(coverage, now) ?? t`Try again. If this keeps happening, ${platform} may be down.`,
    ),
  offline: (platform, coverage, now) =>
    again(
      t`There is no connection to ${platform}.`,
      retryWords(coverage, now) ?? t`Check your internet connection, then try again.`,
    ),
  'server-error': (platform, coverage, now) => {
    const status = coverage.httpStatus;
    return again(
      status === undefined
        ? t`${platform}’s server reported an error.`
        : t`${platform}’s server reported an error (${status}).`,
      retryWords(coverage, now) ?? t`The problem is on ${platform}’s side. Try again in a moment.`,
    );
  },
  redirected: (platform) =>
    settings(
      t`${platform} redirected to another address, which was not followed.`,
      t`Check the address in the settings.`,
    ),
  'not-the-platform': (platform) =>
    settings(
      t`${platform} did not answer; something else did.`,
      t`Check the address in the settings.`,
    ),
  'bad-answer': (platform) =>
    again(
      t`${platform}’s answer could not be read.`,
      t`Try again. If this keeps happening, check the account in the settings.`,
    ),
  'too-large': (platform) =>
    again(t`${platform}’s answer was too large to read.`, t`Try again later.`),
  'other-account': (platform) =>
    settings(
      t`Another ${platform} account answered than the one you connected.`,
      t`Connect it again in the settings.`,
    ),
  'relay-signed-out': (platform) =>
    settings(
      t`${platform} is connected through Membrane, and you are signed out of Membrane.`,
      t`Sign in again in the settings.`,
    ),
  'relay-gone': (platform) =>
    settings(
      t`Membrane no longer has this connection to ${platform}.`,
      t`Choose another one in the settings.`,
    ),
  'relay-reconnect': (platform) =>
    settings(
      t`Membrane’s connection to ${platform} no longer works.`,
      t`Connect it again in the settings.`,
    ),
  'relay-unproven': (platform) =>
    settings(
      t`It is not certain yet which ${platform} account answers through Membrane.`,
      t`Open a chat in ${platform}, or confirm the account in the settings.`,
    ),
  'relay-no-way': (platform) => nothing(t`Membrane cannot reach this part of ${platform}.`),
  'relay-trouble': (platform, coverage, now) => {
    const status = coverage.httpStatus;
    return again(
      status === undefined
        ? t`Membrane failed or could not be reached, so ${platform} could not be asked.`
        : t`Membrane failed (${status}), so ${platform} could not be asked.`,
      retryWords(coverage, now) ?? t`Try again in a moment.`,
    );
  },
  'relay-limit': (platform, coverage, now) =>
    again(
      t`Membrane is receiving too many requests, so ${platform} could not be asked.`,
      retryWords(coverage, now) ?? t`Try again in a minute.`,
    ),
};

const openChatOnce = (platform: string) =>
  t`Open their chat in ${platform} once, and Deskside will recognise them from then on.`;

const noSearchWords = (platform: string, coverage: Coverage) =>
  joinSentences(
    t`${platform} has no search.`,
    indexedVisitorsWords(coverage.searched, coverage.since),
  );

/**
 * What the coverage's reason means; `undefined` when it gives none. What can be loaded by asking
 * comes before why the platform did not give it by itself, unless something failed.
 */
export function reasonWords(coverage: Coverage, input: ReasonInput): ReasonWords | undefined {
  const platform = input.platformLabel;
  const isAnyStored = coverage.state === 'partial' || coverage.state === 'captured';
  if (isAnyStored && coverage.more === true) {
    const what = t`${platform} has older items.`;
    return { what, next: t`Scroll down to load more.`, action: 'more' };
  }
  if (coverage.reason === undefined) return undefined;
  return wordsByReason[coverage.reason](platform, coverage, input.now);
}

/** When it is tried again by itself, in a sentence; `undefined` when no such time is known. */
export function retryWords(coverage: Coverage, now: number): string | undefined {
  if (coverage.retryAt === undefined || coverage.retryAt <= now) return undefined;
  const span = formatDuration(coverage.retryAt - now);
  return t`The next try is in ${span}.`;
}

/** "2,400 visitors indexed, back to 3 March 2026."; the number and the date where they are known. */
export function indexedVisitorsWords(
  indexed: number | undefined,
  reachesBackTo: number | undefined,
): string {
  if (reachesBackTo === undefined) {
    if (indexed === undefined) return t`Some visitors indexed.`;
    return plural(indexed, { one: '# visitor indexed.', other: '# visitors indexed.' });
  }
  const date = formatDate(reachesBackTo);
  if (indexed === undefined) return t`Some visitors indexed, back to ${date}.`;
  return plural(indexed, {
    one: `# visitor indexed, back to ${date}.`,
    other: `# visitors indexed, back to ${date}.`,
  });
}
