import type { NoteScope } from '../../model/note';
import type { WorkerPorts } from '../ports';
import { wayTo } from './note-place';

/** Says where the text does not fit, with the shortest limit; `undefined` when it does. */
export async function tooLong(
  ports: WorkerPorts,
  text: string,
  scope: NoteScope,
): Promise<string | undefined> {
  if (scope.kind === 'browser') return undefined;
  const connections = await ports.database.connections.toArray();
  const limits = connections
    .filter(({ id }) => scope.kind === 'everywhere' || scope.connectionId === id)
    .filter((connection) => wayTo(ports, connection) !== undefined)
    .flatMap(({ platform }) => {
      const { label, capabilities } = ports.definitionOf(platform).descriptor;
      return capabilities.notes === undefined
        ? []
        : [{ label, most: capabilities.notes.maxLength }];
    })
    .sort((a, b) => a.most - b.most);
  const [shortest] = limits;
  if (shortest === undefined || text.length <= shortest.most) return undefined;
  const most = shortest.most.toLocaleString('en');
  return `${shortest.label} takes at most ${most} characters; this note has ${text.length.toLocaleString('en')}. Shorten it, or choose where it goes.`;
}
