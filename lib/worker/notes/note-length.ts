import type { NoteScope } from '../../model/note';
import { type NoteAccount, shortestLimit } from '../../notes/reach';
import type { WorkerPorts } from '../ports';
import { wayTo } from './note-place';

/** Says where the text does not fit, with the shortest limit; `undefined` when it does. */
export async function tooLong(
  ports: WorkerPorts,
  text: string,
  scope: NoteScope,
): Promise<string | undefined> {
  const connections = await ports.database.connections.toArray();
  const accounts = connections
    .filter((connection) => wayTo(ports, connection) !== undefined)
    .map(({ id: connectionId, platform }): NoteAccount => {
      const { label, capabilities } = ports.definitionOf(platform).descriptor;
      return { connectionId, label, isKnown: true, limit: capabilities.notes?.maxLength };
    });
  const shortest = shortestLimit(scope, accounts);
  if (shortest === undefined || text.length <= shortest.limit) return undefined;
  const most = shortest.limit.toLocaleString('en');
  return `${shortest.label} takes at most ${most} characters; this note has ${text.length.toLocaleString('en')}. Shorten it, or choose where it goes.`;
}
