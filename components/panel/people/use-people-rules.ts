import { useMemo } from 'react';
import type { IdentityRules } from '../../../lib/identity/distinctive-identifiers';
import { useSettings } from '../../hooks/use-settings';

/** The rules by which the worker takes records for one person, to put its reasons into words. */
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
