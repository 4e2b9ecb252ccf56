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

const refSchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}\//), v.brand('ContactRef'));

/**
 * One string for a contact, usable as a database key, as it comes in from outside. A connection id
 * has no slash, so the first slash always separates the two halves. The second is empty where it
 * stands for nobody yet (`absentRef`).
 */
export const contactRefSchema = v.pipe(refSchema, v.maxLength(600));
export type ContactRef = v.InferOutput<typeof refSchema>;

/** The contact as one string. Throws `ValiError` when `connectionId` cannot be one of ours. */
export function contactRef({ connectionId, id }: ContactKey): ContactRef {
  return v.parse(refSchema, itemKey(connectionId, id));
}

/** Takes a contact's string apart. */
export function parseContactRef(ref: ContactRef): ContactKey {
  const slash = ref.indexOf('/');
  return { connectionId: ref.slice(0, slash), id: ref.slice(slash + 1) };
}

/** Stands for the contact that a person does not have at this connection yet. */
export function absentRef(connectionId: string): ContactRef {
  return contactRef({ connectionId, id: '' });
}

/** Whether it stands for nobody yet. */
export function isAbsentRef(ref: ContactRef): boolean {
  return parseContactRef(ref).id === '';
}

/** What the refs of all contacts of a connection begin with, for queries. */
export function refPrefix(connectionId: string): string {
  return itemKey(connectionId, '');
}

export function isRefOfConnection(ref: ContactRef, connectionId: string): boolean {
  return ref.startsWith(refPrefix(connectionId));
}

/** One string for several contacts, e.g. to tell whether they changed: the refs, a line each. */
export function refLines(contacts: readonly ContactKey[]): string {
  return contacts.map(contactRef).join('\n');
}

/** The refs of `refLines`. */
export function refsOfLines(lines: string): ContactRef[] {
  return lines.split('\n').flatMap((line) => {
    const parsed = v.safeParse(refSchema, line);
    return parsed.success ? [parsed.output] : [];
  });
}

/** One string for a thing of a connection: a connection id holds no slash. */
export function itemKey(connectionId: string, id: string): string {
  return `${connectionId}/${id}`;
}
