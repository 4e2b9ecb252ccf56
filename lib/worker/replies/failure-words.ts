import { TransportError, type TransportFailure } from '../../http/errors';
import type { ReplyAnswer } from '../../messaging/reply-commands';
import { ReplyRefused } from '../../platforms/contract/replies';
import { membraneFailureWords } from '../membrane/failure-words';

type Sentence = (platform: string) => string;

const checkAndRetry: Sentence = (platform) =>
  `${platform} gave an answer that cannot be read. Look there whether the change was made before you try again.`;

const sentences: Partial<Record<TransportFailure, Sentence>> = {
  unauthorised: (platform) =>
    `${platform} does not accept the key any longer. Renew it in the options.`,
  forbidden: (platform) =>
    `The account that is connected may not do this in ${platform}. Ask an administrator.`,
  'not-found': (platform) => `${platform} does not know this account’s canned responses.`,
  refused: (platform) =>
    `${platform} did not take the canned response. Check its shortcut and text.`,
  'rate-limited': (platform) =>
    `${platform} is receiving too many requests. Try again in a minute.`,
  'server-error': (platform) =>
    `${platform} reports an internal error. Look there whether the change was made before you try again.`,
  redirected: (platform) => `${platform} sends requests elsewhere. Check the connection’s address.`,
  offline: (platform) => `${platform} cannot be reached. Your text is still here: try again later.`,
  timeout: (platform) =>
    `${platform} did not answer in time. Look there whether the change was made before you try again.`,
  'too-large': checkAndRetry,
  'not-json': checkAndRetry,
  'permission-missing': (platform) =>
    `The browser does not allow Deskside to reach ${platform}. Allow it in the options.`,
  'no-secret': (platform) => `There is no key for ${platform}. Enter it in the options.`,
};

/** Why a platform has not taken a change of its canned responses, for a person. */
export function replyWriteFailure(error: unknown, platform: string): ReplyAnswer {
  if (error instanceof ReplyRefused) {
    return { kind: 'failed', message: error.message, conflict: error.conflict };
  }
  if (!(error instanceof TransportError))
    return { kind: 'failed', message: checkAndRetry(platform) };
  const say = error.isOfRelay ? undefined : sentences[error.failure];
  return { kind: 'failed', message: say?.(platform) ?? membraneFailureWords(error, platform) };
}

export function replyFailed(message: string, more: { conflict?: boolean } = {}): ReplyAnswer {
  return { kind: 'failed', message, ...more };
}
