import { useMemo } from 'react';
import type { PeopleRules } from '../../../lib/identity/telling';
import { useSettings } from '../../options/use-settings';

/** The rules by which the worker takes records for one person, to put its reasons into words. */
export function usePeopleRules(): PeopleRules {
  const ownDomains = useSettings()?.ownDomains;
  return useMemo(() => ({ ownDomains: ownDomains ?? [] }), [ownDomains]);
}
