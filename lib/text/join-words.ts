import { t } from '@lingui/core/macro';

/** A name and what there is to say about it: "Chatwoot: complete", with the colon of the language in use. */
export function labelled(label: string, value: string): string {
  return t`${label}: ${value}`;
}

/** Remarks on one thing, one after another: "Orders, 5 min ago", with the comma of the language in use. */
export function joinRemarks(...remarks: readonly string[]): string {
  return remarks.reduce((before, after) => (before === '' ? after : t`${before}, ${after}`), '');
}

/**
 * Words followed by an explanation in brackets: "Chatwoot (Support)", with the brackets of the language
 * in use.
 */
export function withAside(words: string, aside: string): string {
  return t`${words} (${aside})`;
}
