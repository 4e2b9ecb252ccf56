import { t } from '@lingui/core/macro';
import { reasonWords } from '../../coverage/reason-words';
import { isNotFound, TransportError } from '../../http/transport-error';
import { contactTitle } from '../../identity/decision-words';
import type { Contact } from '../../model/contact';
import { FieldProblem } from '../../platforms/contract/contact-fields';
import { joinSentences } from '../../text/join-sentences';
import { coverageOfFailure } from '../failure-coverage';

/** Why a field of a contact cannot be written, in a sentence. `label`: what the platform is called. */
export function obstacleWords({ reason, right }: FieldProblem, label: string): string {
  switch (reason) {
    case 'missing-right':
      return right === undefined
        ? t`The connected account is not allowed to change contacts in ${label}.`
        : t`The key for ${label} lacks the right “${right}”. Ask an administrator for one that has it.`;
    case 'no-handle':
      return t`Deskside does not know ${label}’s id for this contact yet, so it cannot write anything.`;
    case 'refused':
      return t`${label} does not accept this value.`;
    case 'full':
      return t`${label} cannot store any more values in this field.`;
    case 'unreadable':
      return t`Deskside cannot read this field completely in ${label}, and a change could lose part of it.`;
  }
}

/** Why nothing was written, for a person. */
export function writeFailureWords(error: unknown, label: string, now: number): string {
  return joinSentences(whyNotWritten(error, label, now), nothingWritten());
}

/** What a call that was to write something failed by, for a person; it may have been written. */
export function whyNotWritten(error: unknown, label: string, now: number): string {
  if (error instanceof FieldProblem) return obstacleWords(error, label);
  if (isNotFound(error)) return t`${label} no longer has this contact.`;
  // What is ended from outside has taken too long.
  const isEnded = error instanceof DOMException;
  const coverage = coverageOfFailure(isEnded ? new TransportError('timeout') : error, now);
  if (coverage.reason === 'missing-right') {
    return obstacleWords(new FieldProblem('missing-right', coverage.right), label);
  }
  const words = reasonWords(coverage, { platformLabel: label, now });
  return joinSentences(words?.what ?? t`${label} did not answer as expected.`, words?.next);
}

/** Why what was confirmed a moment ago no longer applies. */
export function notJoinedWords(): string {
  return t`The two records no longer belong to one person, or the other one no longer has this value. Nothing was written.`;
}

export function nothingWritten(): string {
  return t`Nothing was written.`;
}

/** Why nothing more is written to a field for the moment. */
export function pendingWords(label: string): string {
  return t`${label} has not answered the previous change yet. Deskside is checking it; try again in a minute.`;
}

/** Whose a value is that only one contact may have. */
export function takenWords(value: string, holder: Contact, label: string): string {
  const title = contactTitle(holder);
  return title === value
    ? t`${value} belongs to another contact in ${label}, where only one can have it. Nothing was written.`
    : t`${value} belongs to another contact in ${label}, ${title}, and only one can have it there. Nothing was written.`;
}
