import type { IdentityRules } from '../../identity/distinctive-identifiers';
import type { WorkerPorts } from '../ports';

/** What the team said about its own addresses and systems, as the resolution of people takes it. */
export async function peopleRules(ports: WorkerPorts): Promise<IdentityRules> {
  const settings = await ports.peopleSettings?.();
  return {
    ownDomains: settings?.ownDomains ?? [],
    roleWords: settings?.roleWords,
    sharedIdConnections: settings?.sharedIdConnections,
  };
}
