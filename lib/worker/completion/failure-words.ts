import { t } from '@lingui/core/macro';
import { reasonWords } from '../../coverage/reason-words';
import { isNotFound, TransportError } from '../../http/errors';
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
        ? `The connected account may not change contacts in ${label}.`
        : `The key for ${label} lacks the right “${right}”. Ask an administrator for one that has it.`;
    case 'no-handle':
      return `${label} has not told its id for this contact, without which nothing can be written.`;
    case 'refused':
      return `${label} does not take this value.`;
    case 'full':
      return `${label} keeps no more values in this field.`;
    case 'unreadable':
      return `What stands there cannot be read whole in ${label}, and a change could lose some of it.`;
  }
}

/** Why nothing was written, for a person. */
export function writeFailureWords(error: unknown, label: string, now: number): string {
  return `${reasonOf(error, label, now)} Nothing was written.`;
}

function reasonOf(error: unknown, label: string, now: number): string {
  if (error instanceof FieldProblem) return obstacleWords(error, label);
  if (isNotFound(error)) return `${label} no longer has this contact.`;
  // What is ended from outside has taken too long.
  const isEnded = error instanceof DOMException;
  const coverage = coverageOfFailure(isEnded ? new TransportError('timeout') : error, now);
  if (coverage.reason === 'missing-right') {
    return obstacleWords(new FieldProblem('missing-right', coverage.right), label);
  }
  const words = reasonWords(coverage, { platformLabel: label, now });
  if (words === undefined) return t`${label} did not answer as expected.`;
  return joinSentences(words.what, words.next);
}

/** Why what was confirmed a moment ago no longer applies. */
export const notJoinedWords =
  'The two records are no longer taken for one person, or the other no longer has this value. Nothing was written.';

/** Why nothing more is written to a field for the moment. */
export function pendingWords(label: string): string {
  return `${label} has not answered the write before this one. It is looked for; try again in a minute.`;
}

/** Whose a value is that only one contact may have. */
export function takenWords(value: string, holder: Contact, label: string): string {
  const title = contactTitle(holder);
  const who = title === value ? 'another contact' : `another contact, ${title},`;
  return `${value} belongs to ${who} in ${label}, which keeps it for one only. Nothing was written.`;
}
