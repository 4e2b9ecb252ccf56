import { plural, t } from '@lingui/core/macro';
import type { CardVariable } from '../model/card-address';
import type { CardAnswerRow, CardFailure, DataCard } from '../model/data-card';
import { formatList } from '../text/format-list';
import { formatNumber } from '../text/format-number';
import { formatClock } from '../text/format-time';

/** Longest wait for an answer, in ms. */
export const CARD_TIMEOUT_MS = 10_000;
/** Largest answer that is read, in bytes. */
export const MOST_CARD_BYTES = 500_000;

/** What can be done about a failure: `settings` leads to the cards there, `keys` to the passphrase. */
export type CardRemedy = 'retry' | 'settings' | 'keys';

type Sentence = (
  host: string,
  detail: { retryAt?: number | undefined; status?: number | undefined },
) => string;

const failures: Record<CardFailure, readonly [Sentence, CardRemedy?]> = {
  unauthorised: [
    (host) => t`${host} requires a sign-in (401). Check this card’s secret in the settings.`,
    'settings',
  ],
  forbidden: [
    (host) =>
      t`${host} does not allow this (403). Check this card’s secret, or ask whoever runs the server.`,
    'settings',
  ],
  nobody: [(host) => t`${host} does not know this person (404).`],
  'rate-limited': [
    (host, { retryAt }) => {
      if (retryAt === undefined) {
        return t`${host} is receiving too many requests. Try again in a minute.`;
      }
      const time = formatClock(retryAt);
      return t`${host} is receiving too many requests. Deskside asks again at ${time} at the earliest.`;
    },
  ],
  'server-error': [
    (host, { status }) =>
      status === undefined
        ? t`${host} reported an internal error. Try again later.`
        : t`${host} reported an internal error (${status}). Try again later.`,
    'retry',
  ],
  refused: [
    (host, { status }) =>
      status === undefined
        ? t`${host} refused the request. Check this card’s address in the settings.`
        : t`${host} refused the request (${status}). Check this card’s address in the settings.`,
    'settings',
  ],
  redirected: [
    (host) =>
      t`${host} redirects to another address, which was not followed. Enter the final address in the settings.`,
    'settings',
  ],
  offline: [
    (host) =>
      t`${host} cannot be reached. Check your internet connection, and that the server is running.`,
    'retry',
  ],
  timeout: [
    (host) => {
      const seconds = formatNumber(CARD_TIMEOUT_MS / 1_000);
      return t`${host} did not answer within ${seconds} seconds. Try again.`;
    },
    'retry',
  ],
  'too-large': [
    (host) => {
      const most = formatNumber(MOST_CARD_BYTES / 1_000);
      return t`${host} sent more than ${most} kB, which is too large. It has to send less.`;
    },
    'retry',
  ],
  'not-json': [
    (host) => t`${host} did not answer with JSON. There may be a sign-in page in front of it.`,
    'retry',
  ],
  'not-a-card': [
    (host) =>
      t`The answer of ${host} has neither “fields” nor “tables”. Test this card in the settings.`,
    'settings',
  ],
  'permission-missing': [
    (host) => t`The browser does not allow Deskside to reach ${host}. Allow it in the settings.`,
    'settings',
  ],
  'no-secret': [
    (host) => t`The secret for ${host} is not stored in this browser. Enter it in the settings.`,
    'settings',
  ],
  locked: [
    (host) => t`The secret for ${host} is locked. Unlock your keys in the settings.`,
    'keys',
  ],
};

/** Which part of the settings a remedy leads to; `undefined` where it leads to none. */
export function addressOfRemedy(remedy: CardRemedy | undefined): string | undefined {
  if (remedy === 'settings') return '/options.html#cards';
  return remedy === 'keys' ? '/options.html#keys' : undefined;
}

/** Why a card has nothing new, in a sentence, and what can be done about it. */
export function cardFailureWords(
  { origin }: Pick<DataCard, 'origin'>,
  { kind, ...detail }: Pick<NonNullable<CardAnswerRow['failure']>, 'kind' | 'retryAt' | 'status'>,
): { text: string; remedy: CardRemedy | undefined } {
  const [sentence, remedy] = failures[kind];
  return { text: sentence(new URL(origin).host, detail), remedy };
}

function nameOf(variable: CardVariable): string {
  const names: Record<CardVariable, string> = {
    email: t({ message: 'e-mail address', context: 'value that a card sends' }),
    phone: t({ message: 'phone number', context: 'value that a card sends' }),
    external_id: t({ message: 'external id', context: 'value that a card sends' }),
    name: t({ message: 'name', context: 'value that a card sends' }),
    platform: t({ message: 'platform', context: 'value that a card sends' }),
    contact_id: t({ message: 'contact id', context: 'value that a card sends' }),
  };
  return names[variable];
}

/** Variables in words. */
export function cardVariableWords(variables: readonly CardVariable[]): string {
  return formatList(variables.map(nameOf));
}

/** That nothing was asked because the person has not what the address needs. */
export function lackingWords(lacking: readonly CardVariable[]): string {
  const values = formatList(lacking.map(nameOf), 'or');
  return t`Not asked: the contact on screen has no ${values}.`;
}

/** That parts of an answer could not be read; empty where all could. */
export function droppedWords(dropped: number): string {
  if (dropped === 0) return '';
  return plural(dropped, {
    one: '# item of the answer could not be read.',
    other: '# items of the answer could not be read.',
  });
}
