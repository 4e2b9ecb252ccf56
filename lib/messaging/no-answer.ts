import { t } from '@lingui/core/macro';

/** What a page of ours says when the worker did not take a command, as `send` told it. */
export function noAnswerWords(error?: unknown): string {
  if (String(error).endsWith('storage-full')) {
    return t`This browser has no storage left, so nothing new is kept. Free some disk space.`;
  }
  return t`Deskside isn’t responding. Reload this page and try again.`;
}

/** The same as the answer of a command that reports its failures in words. */
export function noAnswer(error?: unknown): { kind: 'failed'; message: string } {
  return { kind: 'failed', message: noAnswerWords(error) };
}
