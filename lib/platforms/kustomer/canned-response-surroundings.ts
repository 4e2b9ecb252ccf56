import * as v from 'valibot';
import { path } from '../../http/path';
import type { ApiPorts } from '../contract/api';
import { flag, text } from '../shared/field-schemas';
import { readEach } from '../shared/read-each';
import { isRefusal, isUnknown } from './calls';
import { ownMembership } from './canned-response-access';
import { readWholeList } from './paged-list';
import { kustomerId } from './schemas';

const categorySchema = v.object({
  id: kustomerId,
  attributes: v.object({ name: text, deleted: flag }),
});

/** Names of the categories by id. */
export type ShortcutCategories = ReadonlyMap<string, string>;

/** What is read besides the list itself. */
export interface ShortcutSurroundings {
  categories(signal: AbortSignal): Promise<ShortcutCategories>;
  /** As `ownMembership` gives them. */
  membership(signal: AbortSignal): Promise<ReadonlySet<string>>;
}

/** Reads it anew each time. */
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
    if (!isRefusal(error) && !isUnknown(error)) throw error;
    return new Map();
  }
}

/** Reads it again only when so much time (ms) has passed. */
export function keepSurroundings(ports: ApiPorts, freshMs: number): ShortcutSurroundings {
  const source = readSurroundings(ports);
  const remembered = <T>(read: (signal: AbortSignal) => Promise<T>) => {
    let known: { value: T; at: number } | undefined;
    return async (signal: AbortSignal): Promise<T> => {
      const now = ports.now();
      if (known !== undefined && now >= known.at && now - known.at < freshMs) return known.value;
      const value = await read(signal);
      known = { value, at: now };
      return value;
    };
  };
  return { categories: remembered(source.categories), membership: remembered(source.membership) };
}
