import { hexId } from '../../world/ids';
import type { Desk } from '../desk';

export interface Reference {
  links?: { self: string };
  data?: { type: string; id: string } | { type: string; id: string }[];
}

export interface Resource {
  type: string;
  id: string;
  attributes: Record<string, unknown>;
  relationships: Record<string, Reference>;
  links: { self: string; related?: string };
}

export const orgId = hexId('kustomer/org/acme');

/** A relation to one thing, with the path it is delivered under. */
export function reference(type: string, path: string, id: string): Reference {
  return { links: { self: `/v1/${path}/${id}` }, data: { type, id } };
}

export const orgReference = reference('org', 'orgs', orgId);

/** A relation to a user, or no relation at all. */
export function byUser(name: string, id: string | undefined): Record<string, Reference> {
  return id === undefined ? {} : { [name]: reference('user', 'users', id) };
}

/**
 * Brings empty attributes into the form they have on the wire: live answers leave out what is
 * empty, the documentation shows null. Which record gets which form depends on its id.
 */
export function settle(
  desk: Desk,
  id: string,
  attributes: Record<string, unknown>,
): Record<string, unknown> {
  const mixed = Number.parseInt(id.slice(-1), 16) % 2 === 0 ? 'absent' : 'null';
  const form = desk.switches.empties === 'mixed' ? mixed : desk.switches.empties;
  const settled: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (form === 'absent' && !isEmpty(value)) settled[name] = value;
    if (form === 'null') settled[name] = value ?? null;
  }
  return settled;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** ISO 8601, UTC, with milliseconds. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}
