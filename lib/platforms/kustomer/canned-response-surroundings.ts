import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { isNotFound } from '../../http/transport-error';
import type { ApiPorts } from '../contract/api';
import { flag, text } from '../shared/field-schemas';
import { readEach } from '../shared/read-each';
import { isRefusal } from './calls';
import { type Membership, ownMembership } from './canned-response-access';
import { readWholeList } from './paged-list';
import { kustomerId } from './schemas';

const categorySchema = v.object({
  id: kustomerId,
  attributes: v.object({ name: text, deleted: flag }),
});

/** Names of the categories by id. */
export type ShortcutCategories = ReadonlyMap<string, string>;

/** What is read in addition to the list itself. */
export interface ShortcutSurroundings {
  categories(signal: AbortSignal): Promise<ShortcutCategories>;
  /** As `ownMembership` gives it. */
  membership(signal: AbortSignal): Promise<Membership>;
}

/** Reads it again each time. */
export function readSurroundings(ports: ApiPorts): ShortcutSurroundings {
  return {
    categories: (signal) => readCategories(ports, signal),
    membership: (signal) => ownMembership(ports, signal),
  };
}

/**
 * Where this key may not read categories, or there are none, the shortcuts are still of use. Throws
 * every other failure: tags that are missing for a while would count as taken off.
 */
async function readCategories(ports: ApiPorts, signal: AbortSignal): Promise<ShortcutCategories> {
  try {
    const { data } = await readWholeList(ports, path`/v1/shortcuts/categories`, signal);
    return new Map(
      readEach(categorySchema, data).items.flatMap(({ id, attributes: { name, deleted } }) =>
        name === undefined || deleted === true ? [] : [[id, name.slice(0, 400)] as const],
      ),
    );
  } catch (error) {
    if (!isRefusal(error) && !isNotFound(error)) throw error;
    return new Map();
  }
}

/** For this long (ms) the user's teams are not requested again, also by a worker that has just started. */
const MEMBERSHIP_FRESH_MS = 30 * 60_000;
const membershipFact = 'shortcutMembership';
const membershipSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ ids: v.array(v.string()), at: v.number() }),
);

/**
 * Reads the categories again only when `freshMs` have passed. Whose shortcuts this key's user may use is
 * stored with the account, so that a change of many responses costs a worker that has just started no
 * calls for it.
 */
export function keepSurroundings(ports: ApiPorts, freshMs: number): ShortcutSurroundings {
  const source = readSurroundings(ports);
  const isFresh = (at: number, ms: number) => ports.now() >= at && ports.now() - at < ms;
  let known: { value: ShortcutCategories; at: number } | undefined;
  return {
    categories: async (signal) => {
      if (known !== undefined && isFresh(known.at, freshMs)) return known.value;
      const value = await source.categories(signal);
      known = { value, at: ports.now() };
      return value;
    },
    membership: async (signal) => {
      const kept = v.safeParse(membershipSchema, ports.connection.facts[membershipFact]);
      if (kept.success && isFresh(kept.output.at, MEMBERSHIP_FRESH_MS)) {
        return { ids: new Set(kept.output.ids), isWhole: true };
      }
      const membership = await source.membership(signal);
      // Missing rights may be granted soon, so they are not stored. A failed write does not matter: it is
      // read again.
      if (membership.isWhole) {
        const fact = { ids: [...membership.ids], at: ports.now() };
        await ports.remember(membershipFact, JSON.stringify(fact)).catch(() => undefined);
      }
      return membership;
    },
  };
}
