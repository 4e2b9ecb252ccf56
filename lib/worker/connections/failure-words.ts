import { t } from '@lingui/core/macro';
import { TransportError, type TransportFailure } from '../../http/transport-error';
import { ConnectionProblem } from '../../platforms/contract/api';
import { isMarkup } from '../failure-coverage';
import { membraneFailureWords } from '../membrane/failure-words';

type Sentence = (platform: string, host: string) => string;

/** Failures of calls to the platform itself; those of Membrane's way have words of their own. */
type DirectFailure = Exclude<TransportFailure, `relay-${string}`>;

const sentences: Record<DirectFailure, Sentence> = {
  unauthorised: (platform) =>
    t`${platform} does not accept this key. Copy it again from ${platform}’s settings; it may have been replaced or have expired.`,
  forbidden: (platform) =>
    t`${platform} knows this key but does not allow it to read. Ask an administrator for a key with the rights listed below.`,
  'not-found': (platform, host) => t`${host} answers, but not like ${platform}. Check the address.`,
  refused: (platform) => t`${platform} refused the request. Check what you entered.`,
  'rate-limited': (platform) =>
    t`${platform} is receiving too many requests right now. Wait a minute and test again.`,
  'server-error': (platform, host) =>
    t`${platform} at ${host} reports an internal error. Try again later.`,
  redirected: (_platform, host) =>
    t`${host} redirects to another address. To keep your key safe, Deskside does not send it there: enter the address that it redirects to.`,
  offline: (platform, host) =>
    t`${host} cannot be reached. Check the address and your connection, and that ${platform} is running.`,
  timeout: (platform, host) =>
    t`${platform} at ${host} did not answer within 20 seconds. Try again.`,
  'too-large': (platform, host) =>
    t`${host} sent far more data than ${platform} would. Check the address.`,
  'not-json': (platform, host) =>
    t`The answer from ${host} was empty or incomplete. Test again; if it keeps happening, check the address and any proxy in front of ${platform}.`,
  'permission-missing': (_platform, host) =>
    t`The browser does not allow Deskside to reach ${host} yet. Press the button again and choose “Allow”.`,
  locked: () => t`Your keys are locked. Unlock them below with your passphrase, then try again.`,
  'no-secret': (platform) => t`Enter the key for ${platform}, complete and without line breaks.`,
};

/** Why a connection could not be made, for a person: what happened, to whom, what to do next. */
export function connectionFailureWords(error: unknown, platform: string, origin: string): string {
  if (error instanceof ConnectionProblem) return error.message;
  const { hostname } = new URL(origin);
  if (error instanceof TransportError) {
    if (error.failure === 'unauthorised' && error.isExpired) {
      return t`This key for ${platform} has expired. Create a new one in ${platform}’s settings.`;
    }
    if (error.failure === 'not-json' && isMarkup(error.body ?? '')) {
      return t`${hostname} answers with a web page instead of ${platform}’s API. Check the address; there may be a sign-in page or proxy in front of it.`;
    }
    return isDirect(error.failure)
      ? sentences[error.failure](platform, hostname)
      : membraneFailureWords(error, platform);
  }
  return t`Deskside cannot read the answer from ${hostname}. Check that it is ${platform}.`;
}

function isDirect(failure: TransportFailure): failure is DirectFailure {
  return Object.hasOwn(sentences, failure);
}
