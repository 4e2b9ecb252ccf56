import type { PeopleRules } from '../../identity/telling';
import type { WorkerPorts } from '../ports';

/** What the team said about its own addresses, as the resolution of people takes it. */
export async function peopleRules(ports: WorkerPorts): Promise<PeopleRules> {
  const settings = await ports.peopleSettings?.();
  return { ownDomains: settings?.ownDomains ?? [] };
}
