import { TransportError, type TransportFailure } from '../../http/errors';
import { ConnectionProblem } from '../../platforms/contract/api';
import { isMarkup } from '../failure-coverage';
import { membraneFailureWords } from '../membrane/failure-words';

type Sentence = (platform: string, host: string) => string;

/** Failures of calls to the platform itself; those of Membrane's way have words of their own. */
type DirectFailure = Exclude<TransportFailure, `relay-${string}`>;

const sentences: Record<DirectFailure, Sentence> = {
  unauthorised: (platform) =>
    `${platform} does not accept this key. Copy it again from ${platform}'s settings; it may have been replaced or have expired.`,
  forbidden: (platform) =>
    `${platform} knows this key but does not allow it to read. Ask an administrator for a key with the rights listed below.`,
  'not-found': (platform, host) => `${host} answers, but not like ${platform}. Check the address.`,
  refused: (platform) => `${platform} refused the request. Check what you entered.`,
  'rate-limited': (platform) =>
    `${platform} is receiving too many requests right now. Wait a minute and test again.`,
  'server-error': (platform, host) =>
    `${platform} at ${host} reports an internal error. Try again later.`,
  redirected: (_platform, host) =>
    `${host} sends requests on to another address. For safety keys are not sent along: enter the address it leads to.`,
  offline: (platform, host) =>
    `${host} cannot be reached. Check the address and your connection, and that ${platform} is running.`,
  timeout: (platform, host) =>
    `${platform} at ${host} did not answer within 20 seconds. Try again.`,
  'too-large': (platform, host) =>
    `${host} sent far more data than ${platform} would. Check the address.`,
  'not-json': (platform, host) =>
    `${host} sent an answer that is empty or cut off. Test again; if this goes on, check the address and any proxy in front of ${platform}.`,
  'permission-missing': (_platform, host) =>
    `The browser does not allow Deskside to reach ${host} yet. Press the button again and choose “Allow”.`,
  locked: () => 'The keys are locked. Unlock them below with your passphrase, then try again.',
  'no-secret': (platform) => `Enter the key for ${platform}, complete and without line breaks.`,
};

/** Why a connection could not be made, for a person: what happened, to whom, what to do next. */
export function connectionFailureWords(error: unknown, platform: string, origin: string): string {
  if (error instanceof ConnectionProblem) return error.message;
  const { hostname } = new URL(origin);
  if (error instanceof TransportError) {
    if (error.failure === 'unauthorised' && error.isExpired) {
      return `This key for ${platform} has expired. Make a new one in ${platform}'s settings.`;
    }
    if (error.failure === 'not-json' && isMarkup(error.body ?? '')) {
      return `${hostname} answers with a web page instead of ${platform}'s API. Check the address; a sign-in page or proxy may stand in front of it.`;
    }
    return isDirect(error.failure)
      ? sentences[error.failure](platform, hostname)
      : membraneFailureWords(error, platform);
  }
  return `${hostname} gave an answer that Deskside cannot read. Check that it is ${platform}.`;
}

function isDirect(failure: TransportFailure): failure is DirectFailure {
  return Object.hasOwn(sentences, failure);
}
