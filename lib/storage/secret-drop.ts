import { browser } from 'wxt/browser';

/** Where the form leaves a draft's secrets; only the worker takes them out again. */
export function draftKey(draftId: string): string {
  return `draft-secret:${draftId}`;
}

/**
 * Leaves the secrets of a form where the worker finds them, so that no message ever carries one.
 * Write-only on purpose: the pages of the product cannot read a secret back through this module.
 */
export async function dropSecrets(
  draftId: string,
  secrets: Readonly<Record<string, string>>,
): Promise<void> {
  await browser.storage.local.set({ [draftKey(draftId)]: secrets });
}
