import { t } from '@lingui/core/macro';
import * as v from 'valibot';

/** A configuration for `v.safeParse`: without it valibot speaks English in every language. */
export const onlyOwnWords = { message: '' };

/**
 * What is wrong with a value that was parsed with `onlyOwnWords`, in a few words without a full stop:
 * those of the schema, else where the value is not in the expected form.
 */
export function issueWords(issue: v.BaseIssue<unknown>): string {
  if (issue.message !== '') return issue.message.slice(0, 200).replace(/[.。]$/u, '');
  const part = v.getDotPath(issue);
  return part === null ? t`not in the expected form` : t`${part} is not in the expected form`;
}
