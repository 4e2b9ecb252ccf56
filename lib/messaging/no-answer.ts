import { t } from '@lingui/core/macro';

/** What a page of ours says when the worker did not take a command. */
export function noAnswerWords(): string {
  return t`Deskside isn’t responding. Reload this page and try again.`;
}

/** The same as the answer of a command that reports its failures in words. */
export function noAnswer(): { kind: 'failed'; message: string } {
  return { kind: 'failed', message: noAnswerWords() };
}
