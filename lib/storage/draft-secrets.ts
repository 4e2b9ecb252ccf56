import { keyStore } from './key-store';

/**
 * Leaves the secrets of a form where the worker finds them (the drop box), so that no message ever carries
 * one. Write-only on purpose: the pages of the product cannot read a secret back through this module.
 */
export async function saveDraftSecrets(
  draftId: string,
  secrets: Readonly<Record<string, string>>,
): Promise<void> {
  await keyStore.drafts.put({ draftId, secrets: { ...secrets } });
}
