import type { Connection } from '../model/connection';
import { OWN_SOURCE, TEAM_SOURCE } from '../model/reply';

/** What a person calls a source of canned responses. */
export function sourceLabel(
  source: string,
  connections: ReadonlyMap<string, Pick<Connection, 'label'>>,
): string {
  if (source === OWN_SOURCE) return 'My library';
  if (source === TEAM_SOURCE) return 'Team file';
  return connections.get(source)?.label ?? 'A removed connection';
}
