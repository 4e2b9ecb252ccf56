import { t } from '@lingui/core/macro';

/** A value that was sent as a boolean, as a word of the interface's language. */
export function yesOrNo(truth: boolean): string {
  return truth
    ? t({ message: 'Yes', context: 'value of a field' })
    : t({ message: 'No', context: 'value of a field' });
}
