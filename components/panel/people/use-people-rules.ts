import { useMemo } from 'react';
import type { IdentityRules } from '../../../lib/identity/distinctive-identifiers';
import { useSettings } from '../../hooks/use-settings';

/** The rules by which the worker identifies records as one person, so that its reasons can be worded. */
export function usePeopleRules(): IdentityRules {
  const settings = useSettings();
  return useMemo(
    () => ({
      ownDomains: settings?.ownDomains ?? [],
      roleWords: settings?.roleWords,
      sharedIdConnections: settings?.sharedIdConnections,
    }),
    [settings],
  );
}
