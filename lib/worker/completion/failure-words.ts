import { reasonWords } from '../../coverage/reason-words';
import { isNotFound, TransportError } from '../../http/errors';
import { FieldProblem } from '../../platforms/contract/contact-fields';
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
  return `${label}: ${words?.what ?? 'it did not answer as it should'}. ${words?.next ?? ''}`.trim();
}
