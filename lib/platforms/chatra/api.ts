import type { ApiPorts, PlatformApi } from '../contract/api';
import { ClientProbe, readClient } from './client-probe';
import { contactFromClient, contactFromPage } from './mapping';
import { clientNotes } from './notes';

/** No client has this id, so asking for it tells good keys from wrong ones. */
const nobody = 'deskside-key-check';

/**
 * Chatra's API (`/api`, without a version) in the product's terms. It has no search and no history:
 * a client can be read by its id, and that is all. Nothing here reaches a visitor.
 */
export function createChatraApi(ports: ApiPorts): PlatformApi {
  const probe = new ClientProbe(ports);
  return {
    notes: clientNotes(ports),

    // There is no "who am I": "no such client" is the answer that proves the keys.
    async check(signal) {
      await readClient(ports, nobody, signal);
      return { warnings: [] };
    },

    async identify(context, signal) {
      const place = { connection: ports.connection, now: ports.now() };
      const seen = contactFromPage(context, place);
      if (seen === undefined) {
        const checkedAt = place.now;
        return {
          kind: 'unknown',
          coverage: { state: 'unknown-identity', reason: 'no-identifier', dropped: 0, checkedAt },
        };
      }
      const client = await probe.read(seen.id, signal);
      // A client that names another chat is not the one on screen, whatever the answer's reason.
      const isOnScreen = client !== undefined && (client.chatId ?? seen.id) === seen.id;
      const contact = isOnScreen ? contactFromClient(client, context, seen.id, place) : seen;
      return { kind: 'contact', contact, dropped: 0 };
    },
  };
}
