import { TransportError, type TransportFailure } from '../../http/errors';
import type { ReplyAnswer } from '../../messaging/reply-commands';
import type { Reply } from '../../model/reply';
import { ReplyRefused } from '../../platforms/contract/replies';
import { membraneFailureWords } from '../membrane/failure-words';

type Sentence = (platform: string) => string;

/** Whether a change was made is seen by saving again, which looks first what is there. */
const looksFirst = 'Try again: before anything is written, Deskside checks what is there.';

const checkAndRetry: Sentence = (platform) =>
  `${platform} gave an answer that cannot be read. ${looksFirst}`;

const sentences: Partial<Record<TransportFailure, Sentence>> = {
  unauthorised: (platform) =>
    `${platform} does not accept the key any longer. Renew it in the settings.`,
  forbidden: (platform) =>
    `The account that is connected may not do this in ${platform}. Ask an administrator.`,
  'not-found': (platform) => `${platform} does not know this account’s canned responses.`,
  refused: (platform) =>
    `${platform} did not take the canned response. Check its shortcut and text.`,
  'rate-limited': (platform) =>
    `${platform} is receiving too many requests. Try again in a minute.`,
  'server-error': (platform) => `${platform} reports an internal error. ${looksFirst}`,
  redirected: (platform) => `${platform} sends requests elsewhere. Check the connection’s address.`,
  offline: (platform) => `${platform} cannot be reached. Your text is still here: try again later.`,
  timeout: (platform) => `${platform} did not answer in time. ${looksFirst}`,
  'too-large': checkAndRetry,
  'not-json': checkAndRetry,
  'permission-missing': (platform) =>
    `The browser does not allow Deskside to reach ${platform}. Allow it in the settings.`,
  'no-secret': (platform) => `There is no key for ${platform}. Enter it in the settings.`,
  locked: () => 'The keys are locked. Unlock them in the settings, then try again.',
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

/** What a write found instead of what it was to replace; the sentence stands where nobody can choose. */
export function conflictAnswer(
  why: Conflict['why'],
  place: string,
  theirs?: Reply,
): Extract<ReplyAnswer, { kind: 'conflict' }> {
  const name = theirs === undefined ? 'It' : `“${theirs.title}”`;
  const message = `${name} ${conflictWords[why]} in ${place}. Nothing was written.`;
  return { kind: 'conflict', why, message, ...(theirs === undefined ? {} : { theirs }) };
}

type Conflict = Extract<ReplyAnswer, { kind: 'conflict' }>;

const conflictWords: Readonly<Record<Conflict['why'], string>> = {
  changed: 'was changed meanwhile',
  deleted: 'was deleted meanwhile',
  taken: 'is there already, with another text,',
};

export function replyFailed(message: string, more: { conflict?: boolean } = {}): ReplyAnswer {
  return { kind: 'failed', message, ...more };
}
