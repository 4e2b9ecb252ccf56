import { TransportError, type TransportFailure } from '../../http/errors';
import type { CoverageReason } from '../../model/coverage';
import { ConnectionProblem } from '../../platforms/contract/api';

type Sentence = (platform: string) => string;

const reconnect: Sentence = (platform) =>
  `${platform} refuses what Membrane holds for this connection. Connect it again in Membrane, then try again.`;
const unreadable: Sentence = (platform) =>
  `${platform} gave an answer through Membrane that Deskside cannot read. Check that this is the right connection.`;

/** What a failed call through Membrane means; of the platform's keys none of these speaks. */
const sentences: Record<TransportFailure, Sentence> = {
  unauthorised: reconnect,
  'no-secret': reconnect,
  locked: () =>
    'Your keys and the sign-in to Membrane are locked. Unlock them in the settings with your passphrase, then try again.',
  forbidden: (platform) =>
    `The account that is connected in Membrane may not read this in ${platform}. Ask an administrator of ${platform} for the right, or connect another account.`,
  'not-found': unreadable,
  refused: (platform) => `The request to ${platform} was refused. Check what you entered.`,
  'rate-limited': (platform) =>
    `${platform} is receiving too many requests right now. Wait a minute and try again.`,
  'server-error': (platform) => `${platform} reports an internal error. Try again later.`,
  redirected: () =>
    'Membrane’s address sends requests on to another one. For safety the sign-in is not sent along.',
  offline: () => 'Membrane cannot be reached. Check your connection, then try again.',
  timeout: (platform) =>
    `${platform} did not answer through Membrane within 20 seconds. Try again.`,
  'too-large': (platform) => `${platform} sent far more data than it should. Try again later.`,
  'not-json': unreadable,
  'permission-missing': () =>
    'The browser does not allow Deskside to reach Membrane yet. Press the button again and choose “Allow”.',
  'relay-signed-out': () =>
    'Membrane does not take this sign-in: it has ended, or the token is of the wrong kind. Sign in to Membrane again with a new token.',
  'relay-gone': () =>
    'Membrane does not know this connection: it was removed there, or another tenant is signed in. Choose or make another one.',
  'relay-reconnect': reconnect,
  'relay-unproven': (platform) =>
    `It is not certain yet which account of ${platform} answers through Membrane. Open a conversation there, or confirm the account in the settings.`,
  'relay-no-way': (platform) =>
    `Membrane’s connector for ${platform} leaves no way to what Deskside needs. Connect ${platform} directly instead.`,
};

const ofMembraneItself: Partial<Record<TransportFailure, string>> = {
  'rate-limited': 'Membrane is receiving too many requests right now. Wait a minute and try again.',
  'server-error': 'Membrane reports an internal error. Try again later.',
  refused: 'Membrane refused the request. Check that this is the right connection.',
  'not-json': 'Membrane gave an answer that Deskside cannot read. Try again later.',
  timeout: 'Membrane did not answer within 20 seconds. Try again.',
};

/** For problems that a platform's adapter names itself, in words that speak of no key. */
const byReason: Partial<Record<CoverageReason, Sentence>> = {
  'wrong-key': reconnect,
  'expired-key': reconnect,
  'no-secret': reconnect,
  'missing-right': sentences.forbidden,
  'other-account': (platform) =>
    `The connection in Membrane leads to another account of ${platform} than the one entered here. Choose another connection, or correct the account.`,
  'not-the-platform': (platform) =>
    `What answers through Membrane is not ${platform}. Choose another connection.`,
  'bad-answer': unreadable,
  'relay-signed-out': sentences['relay-signed-out'],
  'relay-gone': sentences['relay-gone'],
  'relay-reconnect': reconnect,
  'relay-unproven': sentences['relay-unproven'],
  'relay-no-way': sentences['relay-no-way'],
};

/**
 * Why something did not work through Membrane, for a person: what happened and what to do next. Without
 * a platform it was Membrane alone that was asked.
 */
export function membraneFailureWords(error: unknown, asked?: string): string {
  const platform = asked ?? 'Membrane';
  if (error instanceof ConnectionProblem) {
    return (byReason[error.reason] ?? unreadable)(platform);
  }
  if (!(error instanceof TransportError)) return unreadable(platform);
  const own = error.isOfRelay || asked === undefined ? ofMembraneItself[error.failure] : undefined;
  return own ?? sentences[error.failure](platform);
}
