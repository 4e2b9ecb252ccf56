import { t } from '@lingui/core/macro';
import { TransportError, type TransportFailure } from '../../http/transport-error';
import type { ReplyAnswer } from '../../messaging/reply-commands';
import type { Reply } from '../../model/reply';
import { ReplyRefused } from '../../platforms/contract/replies';
import { joinSentences } from '../../text/join-sentences';
import { membraneFailureWords } from '../membrane/failure-words';

type Sentence = (platform: string) => string;

/** Saving again shows whether the change was made, because it first checks what is there. */
const withLook = (what: string): string =>
  joinSentences(what, t`Try again: before writing anything, Deskside checks what is there.`);

const checkAndRetry: Sentence = (platform) =>
  withLook(t`${platform} gave an answer that Deskside cannot read.`);

const sentences: Partial<Record<TransportFailure, Sentence>> = {
  unauthorised: (platform) => t`${platform} no longer accepts the key. Replace it in the settings.`,
  forbidden: (platform) =>
    t`The connected account is not allowed to do this in ${platform}. Ask an administrator.`,
  'not-found': (platform) => t`${platform} does not know this account’s canned responses.`,
  refused: (platform) =>
    t`${platform} did not accept the canned response. Check its shortcut and text.`,
  'rate-limited': (platform) =>
    t`${platform} is receiving too many requests. Try again in a minute.`,
  'server-error': (platform) => withLook(t`${platform} reports an internal error.`),
  redirected: (platform) =>
    t`${platform} redirects requests to another address. Check the connection’s address.`,
  offline: (platform) =>
    t`${platform} cannot be reached. Your text is still here: try again later.`,
  timeout: (platform) => withLook(t`${platform} did not answer in time.`),
  'too-large': checkAndRetry,
  'not-json': checkAndRetry,
  'permission-missing': (platform) =>
    t`The browser does not allow Deskside to reach ${platform}. Allow it in the settings.`,
  'no-secret': (platform) => t`There is no key for ${platform}. Enter it in the settings.`,
  locked: () => t`Your keys are locked. Unlock them in the settings, then try again.`,
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

/**
 * What a write found instead of what it was to replace; the sentence is shown where nobody can choose.
 * Without a `place` it was the own library.
 */
export function conflictAnswer(
  why: Conflict['why'],
  place: string | undefined,
  theirs?: Reply,
): Conflict {
  const title = theirs?.title ?? '';
  const message =
    place === undefined ? ownConflictWords(why, title) : conflictWords(why, title, place);
  return { kind: 'conflict', why, message, ...(theirs === undefined ? {} : { theirs }) };
}

type Conflict = Extract<ReplyAnswer, { kind: 'conflict' }>;

function conflictWords(why: Conflict['why'], title: string, place: string): string {
  switch (why) {
    case 'changed':
      return t`“${title}” was changed in ${place} in the meantime. Nothing was written.`;
    case 'deleted':
      return t`It was deleted in ${place} in the meantime. Nothing was written.`;
    case 'taken':
      return t`${place} already has “${title}” with a different text. Nothing was written.`;
  }
}

function ownConflictWords(why: Conflict['why'], title: string): string {
  switch (why) {
    case 'changed':
      return t`“${title}” was changed in your library in the meantime. Nothing was written.`;
    case 'deleted':
      return t`It was deleted from your library in the meantime. Nothing was written.`;
    case 'taken':
      return t`Your library already has “${title}” with a different text. Nothing was written.`;
  }
}

export function replyFailed(message: string, more: { conflict?: boolean } = {}): ReplyAnswer {
  return { kind: 'failed', message, ...more };
}
