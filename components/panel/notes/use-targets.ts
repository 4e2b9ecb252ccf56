import { useMemo } from 'react';
import type { NoteAccount } from '../../../lib/notes/reach';
import type { Frame } from '../../../lib/storage/panel-queries';

/** The accounts that notes about this person can go to, in the order of the platforms. */
export function useTargets({ platforms, connections, contacts }: Frame): NoteAccount[] {
  return useMemo(
    () =>
      platforms.flatMap((platform) => {
        const { notes } = platform.capabilities;
        if (notes === undefined) return [];
        const own = connections.filter((entry) => entry.platform === platform.name);
        return own.map((connection) => ({
          connectionId: connection.id,
          label: own.length > 1 ? connection.label : platform.label,
          isKnown: contacts.some((contact) => contact.connectionId === connection.id),
          limit: notes.maxLength,
        }));
      }),
    [platforms, connections, contacts],
  );
}
