import * as v from 'valibot';

/** Name of a platform's folder, e.g. `chatwoot`. Opaque outside that folder. */
export const platformNameSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{1,30}$/));
export type PlatformName = v.InferOutput<typeof platformNameSchema>;

/** Id of one of our connections: made by us, never contains a slash. */
export const connectionIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/));

/** An id a platform gave. Opaque; encoded whenever it enters a path. */
export const remoteIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(512));

/** Identity of a contact across all connections: the connection plus the platform's own id. */
export const contactKeySchema = v.object({ connectionId: connectionIdSchema, id: remoteIdSchema });
export type ContactKey = v.InferOutput<typeof contactKeySchema>;

/**
 * One string for a contact, usable as a database key. A connection id has no slash, so the first
 * slash always separates the two halves.
 */
export function contactRef(key: ContactKey): string {
  return `${key.connectionId}/${key.id}`;
}

/** Takes a `contactRef` apart at its first slash: a connection id has none. */
export function parseContactRef(ref: string): ContactKey {
  const slash = ref.indexOf('/');
  return { connectionId: ref.slice(0, slash), id: ref.slice(slash + 1) };
}

/** One string for a thing of a connection: a connection id holds no slash. */
export function itemKey(connectionId: string, id: string): string {
  return `${connectionId}/${id}`;
}
