import type { CardVariable } from '../model/card-address';
import type { CardAnswerRow, CardFailure, DataCard } from '../model/data-card';
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
    (host) => `${host} wants a sign-in (401). Check the secret of this card in the settings.`,
    'settings',
  ],
  forbidden: [
    (host) =>
      `${host} does not allow this (403). Check the secret of this card, or ask who runs it.`,
    'settings',
  ],
  nobody: [(host) => `${host} knows nothing of this person (404).`],
  'rate-limited': [
    (host, { retryAt }) =>
      retryAt === undefined
        ? `${host} asks for fewer requests. Try again in a minute.`
        : `${host} asks for fewer requests; nothing is sent before ${formatClock(retryAt)}.`,
  ],
  'server-error': [
    (host, { status }) =>
      `${host} reports an error of its own${inBrackets(status)}. Try again later.`,
    'retry',
  ],
  refused: [
    (host, { status }) =>
      `${host} refused the request${inBrackets(status)}. Check the address of this card in the settings.`,
    'settings',
  ],
  redirected: [
    (host) =>
      `${host} sends requests on to another address, which was not followed. Enter where it leads in the settings.`,
    'settings',
  ],
  offline: [
    (host) => `${host} cannot be reached. Check your connection, and that it is running.`,
    'retry',
  ],
  timeout: [
    (host) => `${host} did not answer within ${CARD_TIMEOUT_MS / 1_000} seconds. Try again.`,
    'retry',
  ],
  'too-large': [
    (host) =>
      `${host} sent more than ${MOST_CARD_BYTES / 1_000} kB, which is not read. Have it answer with less.`,
    'retry',
  ],
  'not-json': [
    (host) => `What ${host} answers is no JSON; a sign-in page may stand in front of it.`,
    'retry',
  ],
  'not-a-card': [
    (host) =>
      `What ${host} answers has neither “fields” nor “tables”. Test this card in the settings.`,
    'settings',
  ],
  'permission-missing': [
    (host) => `The browser does not allow Deskside to ask ${host}. Allow it in the settings.`,
    'settings',
  ],
  'no-secret': [
    (host) => `The secret for ${host} is not stored. Enter it in the settings.`,
    'settings',
  ],
  locked: [
    (host) => `The secret for ${host} is locked with the keys. Unlock them in the settings.`,
    'keys',
  ],
};

function inBrackets(status: number | undefined): string {
  return status === undefined ? '' : ` (${status})`;
}

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

const names: Record<CardVariable, string> = {
  email: 'e-mail address',
  phone: 'phone number',
  external_id: 'external id',
  name: 'name',
  platform: 'platform',
  contact_id: 'contact id',
};

/** A variable in words. */
export function cardVariableWords(variables: readonly CardVariable[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(
    variables.map((variable) => names[variable]),
  );
}

/** That nothing was asked because the person has not what the address needs. */
export function lackingWords(lacking: readonly CardVariable[]): string {
  return `Not asked: the record on screen has no ${cardVariableWords(lacking).replace(/ and /, ' or ')}.`;
}

/** That parts of an answer could not be read; empty where all could. */
export function droppedWords(dropped: number): string {
  if (dropped === 0) return '';
  return dropped === 1
    ? 'One item of the answer could not be read.'
    : `${dropped} items of the answer could not be read.`;
}
