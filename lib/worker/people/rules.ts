import type { IdentityRules } from '../../identity/distinctive-identifiers';
import type { WorkerPorts } from '../ports';

/** What the team set about its own addresses and systems, in the form the resolution of people needs. */
export async function peopleRules(ports: WorkerPorts): Promise<IdentityRules> {
  const settings = await ports.peopleSettings?.();
  return {
    ownDomains: settings?.ownDomains ?? [],
    roleWords: settings?.roleWords,
    sharedIdConnections: settings?.sharedIdConnections,
  };
}
