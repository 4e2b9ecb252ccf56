import * as v from 'valibot';
import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import type { ApiPorts } from '../contract/api';
import { readEach } from './lenient';
import { fetchResource } from './requests';
import { currentUserSchema, teamSchema } from './shortcut-schemas';
import { readWholeList } from './whole-list';

/**
 * The ids under which this key's user may use what is restricted: the user's own and those of its
 * teams (`GET /v1/users/current`, `GET /v1/teams`). Empty where Kustomer does not tell: then nothing
 * restricted is shown. Throws only when aborted.
 */
export async function ownMembership(ports: ApiPorts, signal: AbortSignal): Promise<Set<string>> {
  const ids = new Set<string>();
  try {
    const user = v.safeParse(
      currentUserSchema,
      await fetchResource(ports, path`/v1/users/current`, signal),
    );
    if (!user.success) return ids;
    ids.add(user.output.id);
    const teams = await readWholeList(ports, path`/v1/teams`, signal);
    for (const team of readEach(teamSchema, teams.data).read) {
      if (team.attributes.members.includes(user.output.id)) ids.add(team.id);
    }
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
  }
  return ids;
}
