import { withPhoneKeys } from '../../identity/phone-keys';
import type { WorkerPorts } from '../ports';

/**
 * After another usual country was set: works out again what stored numbers without country code
 * mean.
 */
export async function applyPhoneRegion(
  ports: WorkerPorts,
  region: string | undefined,
): Promise<void> {
  await ports.database.contacts
    .filter((contact) => contact.phones.length > 0)
    .modify((contact) => {
      Object.assign(contact, withPhoneKeys(contact, region));
    });
}
