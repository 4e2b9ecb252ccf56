import type { Contact, Identifier } from '../../model/contact';
import type { Coverage } from '../../model/coverage';
import { withoutShared } from './shared-identifiers';

export interface LookupResult {
  contacts: Contact[];
  /** Identifiers that too many contacts carry to prove anything. */
  shared: Identifier[];
  /** What to say when nobody was found. */
  coverage: Coverage;
}

export interface LookupOptions {
  signal: AbortSignal;
  /** Ask again even if the answer is fresh. */
  force: boolean;
  /** Look only at what is stored: the person's own record on this connection is known already. */
  storedOnly: boolean;
  onProgress(coverage: Coverage): Promise<void>;
}

/** What was found, without those whom an identifier of too many led to. */
export function resultOf(
  contacts: readonly Contact[],
  identifiers: readonly Identifier[],
  coverage: Coverage,
): LookupResult {
  const { contacts: telling, shared } = withoutShared(contacts, identifiers);
  const suppressed = telling.length === 0 && shared.length > 0;
  return {
    contacts: telling,
    shared,
    coverage: suppressed
      ? { ...coverage, state: 'not-found', reason: 'shared-identifier' }
      : coverage,
  };
}
