import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { isNotFound } from '../../http/transport-error';
import type { ApiPorts } from '../contract/api';
import { anyList, lenient } from '../shared/field-schemas';
import { readEach } from '../shared/read-each';
import { fetchResource, isRefusal } from './calls';
import { readWholeList } from './paged-list';
import { kustomerId, referenceSchema } from './schemas';

const relatedList = lenient(v.object({ data: anyList }));

/** The relationships of a shortcut that say who may use it. */
export const accessSchemas = { accessUsers: relatedList, accessTeams: relatedList };

type References = { data: readonly unknown[] } | undefined;

/** Ids of the users and teams that a shortcut is restricted to; none where everybody may use it. */
export function accessOf(
  relationships: { accessUsers?: References; accessTeams?: References } | undefined,
): string[] {
  return [...idsIn(relationships?.accessUsers), ...idsIn(relationships?.accessTeams)];
}

/** Ids in a list of references; anything that is not a reference is left out. */
export function idsIn(list: References): string[] {
  return readEach(referenceSchema, list?.data).items.map(({ id }) => id);
}

const teamSchema = v.object({
  id: kustomerId,
  attributes: v.object({ members: v.array(v.unknown()) }),
});

const currentUserSchema = v.object({ id: kustomerId });

/** The ids under which a key's user may use what is restricted. */
export interface Membership {
  ids: ReadonlySet<string>;
  /** False where the key may not read users or teams, or does not say whose key it is. */
  isWhole: boolean;
}

/**
 * The ids under which this key's user may use what is restricted: the user's own and those of the user's
 * teams (`GET /v1/users/current`, `GET /v1/teams`). Where this key may not read them, nothing restricted
 * is shown. Throws every other failure: what is not shown for a while would count as deleted.
 */
export async function ownMembership(ports: ApiPorts, signal: AbortSignal): Promise<Membership> {
  const ids = new Set<string>();
  try {
    const user = v.safeParse(
      currentUserSchema,
      await fetchResource(ports, path`/v1/users/current`, signal),
    );
    if (!user.success) return { ids, isWhole: false };
    ids.add(user.output.id);
    const teams = await readWholeList(ports, path`/v1/teams`, signal);
    for (const team of readEach(teamSchema, teams.data).items) {
      if (team.attributes.members.includes(user.output.id)) ids.add(team.id);
    }
  } catch (error) {
    if (!isRefusal(error) && !isNotFound(error)) throw error;
    return { ids, isWhole: false };
  }
  return { ids, isWhole: true };
}
