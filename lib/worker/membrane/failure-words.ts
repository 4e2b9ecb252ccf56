import { t } from '@lingui/core/macro';
import type { MembraneConnection } from '../../http/membrane/schemas';
import { saidAbout, situationOf } from '../../http/membrane/situation';
import { TransportError, type TransportFailure } from '../../http/transport-error';
import type { CoverageReason } from '../../model/coverage';
import { ConnectionProblem } from '../../platforms/contract/api';

type Sentence = (platform: string) => string;

const reconnect: Sentence = (platform) =>
  t`${platform} rejects the credentials that Membrane has for this connection. Reconnect it in Membrane, then try again.`;
const unreadable: Sentence = (platform) =>
  t`Deskside cannot read ${platform}’s answer through Membrane. Check that this is the right connection.`;

/** What a failed call through Membrane means; none of these sentences mentions a key of the platform. */
const sentences: Record<TransportFailure, Sentence> = {
  unauthorised: reconnect,
  'no-secret': reconnect,
  locked: () =>
    t`Your keys and your Membrane sign-in are locked. Unlock them in the settings with your passphrase, then try again.`,
  forbidden: (platform) =>
    t`The account connected in Membrane is not allowed to read this in ${platform}. Ask a ${platform} administrator for permission, or connect another account.`,
  'not-found': unreadable,
  refused: (platform) => t`The request to ${platform} was refused. Check what you entered.`,
  'rate-limited': (platform) =>
    t`${platform} is receiving too many requests right now. Wait a minute and try again.`,
  'server-error': (platform) => t`${platform} reports an internal error. Try again later.`,
  redirected: () =>
    t`Membrane’s address redirects to another one. To keep your sign-in safe, Deskside does not send it there.`,
  offline: () => t`Membrane cannot be reached. Check your connection, then try again.`,
  timeout: (platform) =>
    t`${platform} did not answer through Membrane within 20 seconds. Try again.`,
  'too-large': (platform) => t`${platform} sent far more data than it should. Try again later.`,
  'not-json': unreadable,
  'permission-missing': () =>
    t`The browser does not allow Deskside to reach Membrane yet. Press the button again and choose “Allow”.`,
  'relay-signed-out': () =>
    t`Membrane does not accept this sign-in: it has ended, or the token is of the wrong kind. Sign in to Membrane again with a new token.`,
  'relay-gone': () =>
    t`Membrane does not know this connection: it was removed there, or you’re signed in to another tenant. Choose another connection or create one.`,
  'relay-reconnect': reconnect,
  'relay-unproven': (platform) =>
    t`Deskside is not sure yet which ${platform} account answers through Membrane. Open a conversation there, or confirm the account in the settings.`,
  'relay-no-way': (platform) =>
    t`Membrane’s connector for ${platform} does not give access to what Deskside needs. Connect ${platform} directly instead.`,
};

const ofMembraneItself: Partial<Record<TransportFailure, () => string>> = {
  'rate-limited': () =>
    t`Membrane is receiving too many requests right now. Wait a minute and try again.`,
  'server-error': () => t`Membrane reports an internal error. Try again later.`,
  refused: () => t`Membrane refused the request. Check that this is the right connection.`,
  'not-json': () => t`Deskside cannot read Membrane’s answer. Try again later.`,
  timeout: () => t`Membrane did not answer within 20 seconds. Try again.`,
};

/** For problems that a platform's adapter names itself, in words that speak of no key. */
const byReason: Partial<Record<CoverageReason, Sentence>> = {
  'wrong-key': reconnect,
  'expired-key': reconnect,
  'no-secret': reconnect,
  'missing-right': sentences.forbidden,
  'other-account': (platform) =>
    t`The connection in Membrane leads to a different ${platform} account from the one entered here. Choose another connection, or correct the account.`,
  'not-the-platform': (platform) =>
    t`This connection in Membrane does not lead to ${platform}. Choose another connection.`,
  'bad-answer': unreadable,
  'relay-signed-out': sentences['relay-signed-out'],
  'relay-gone': sentences['relay-gone'],
  'relay-reconnect': reconnect,
  'relay-unproven': sentences['relay-unproven'],
  'relay-no-way': sentences['relay-no-way'],
};

/** A connection cannot be used as Membrane has it now; the message says why, for a person. */
export class ConnectionNotReady extends ConnectionProblem {
  constructor(connection: MembraneConnection, platform: string) {
    super('relay-reconnect', notReadyWords(connection, platform));
  }
}

/** In Membrane's own words, where there are any. */
function notReadyWords(connection: MembraneConnection, platform: string): string {
  if (situationOf(connection) === 'building') {
    return t`This connection to ${platform} is still being set up in Membrane. Wait until it is ready there, then try again.`;
  }
  const said = saidAbout(connection);
  return said === undefined
    ? t`This connection to ${platform} does not work at present. Reconnect it in Membrane, then try again.`
    : t`Membrane says about this connection to ${platform}: “${said}” Reconnect it in Membrane, then try again.`;
}

/**
 * Why something did not work through Membrane, for a person: what happened and what to do next. Without
 * a platform it was Membrane alone that was asked.
 */
export function membraneFailureWords(error: unknown, asked?: string): string {
  const platform = asked ?? 'Membrane';
  if (error instanceof ConnectionNotReady) return error.message;
  if (error instanceof ConnectionProblem) {
    return (byReason[error.reason] ?? unreadable)(platform);
  }
  if (!(error instanceof TransportError)) return unreadable(platform);
  const own = error.isOfRelay || asked === undefined ? ofMembraneItself[error.failure] : undefined;
  return own?.() ?? sentences[error.failure](platform);
}
