import { identifierOf } from '../../identity/contact-field-values';
import { identifierKey } from '../../identity/identifiers';
import type { ContactField, FieldRule } from '../../model/completion';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { ContactKey } from '../../model/ids';
import type { PlatformApi } from '../../platforms/contract/api';
import {
  type ContactAsRead,
  type ContactFieldsPort,
  type FieldAsRead,
  FieldProblem,
} from '../../platforms/contract/contact-fields';
import { mergeSeenContact } from '../person-lookup/upsert-contact';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../write-with-room';

/** A contact that can be written to, and the way there. */
export interface WriteTarget {
  contact: Contact;
  connection: Connection;
  api: PlatformApi;
  port: ContactFieldsPort;
  /** What the platform is called. */
  label: string;
}

/** What the platform behind a connection takes; nothing where it takes nothing. */
export function writableFields(ports: WorkerPorts, { platform }: Connection): readonly FieldRule[] {
  return ports.definitionOf(platform).capabilities.contactFields ?? [];
}

/** The way to a contact's fields; `undefined` when the contact or its connection is gone. */
export async function writeTargetOf(
  ports: WorkerPorts,
  { connectionId, id }: ContactKey,
): Promise<WriteTarget | undefined> {
  const [contact, connection] = await Promise.all([
    ports.database.contacts.get([connectionId, id]),
    ports.database.connections.get(connectionId),
  ]);
  if (contact === undefined || connection === undefined) return undefined;
  const api = ports.apiOf(connection);
  const port = api.contactFields;
  const { label } = ports.definitionOf(connection.platform);
  return port && { contact, connection, api, port, label };
}

/**
 * Reads the contact as it is now, and keeps it. For the field that is written only the platform's answer
 * counts; for the others nothing that a page showed is lost.
 */
export async function readTarget(
  ports: WorkerPorts,
  { contact, connection, port }: WriteTarget,
  field: ContactField,
  signal: AbortSignal,
): Promise<ContactAsRead> {
  const asRead = await port.read(contact, signal);
  const isAlsoOnPage = ports.definitionOf(connection.platform).contactFromPage !== undefined;
  const { contacts } = ports.database;
  await writeWithRoom(ports, () =>
    ports.database.transaction('rw', contacts, async () => {
      const stored = await contacts.get([contact.connectionId, contact.id]);
      // Erased meanwhile, it is not to come back.
      if (stored === undefined) return;
      const merged = isAlsoOnPage
        ? { ...mergeSeenContact(stored, asRead.contact), ...valuesOf(asRead.contact, field) }
        : asRead.contact;
      await contacts.put(merged);
    }),
  );
  return asRead;
}

function valuesOf(contact: Contact, field: ContactField): Partial<Contact> {
  const { name, placeholderName, emails, emailKeys, phones, phoneKeys } = contact;
  const { localKeys, phoneTails } = contact;
  if (field === 'name') return { name, placeholderName };
  if (field === 'email') return { emails, emailKeys };
  return field === 'phone' ? { phones, phoneKeys, localKeys, phoneTails } : {};
}

/**
 * What was answered about this value on this connection no longer applies; it is asked for again soon in
 * any case, so that a full disk is no reason to fail.
 */
export async function forgetLookups(
  { database }: WorkerPorts,
  connectionId: string,
  field: ContactField,
  value: string,
): Promise<void> {
  const identifier = identifierOf(field, value);
  if (identifier !== undefined) {
    const key: [string, string] = [connectionId, identifierKey(identifier)];
    await database.lookups.delete(key).catch(() => undefined);
  }
}

/** What the platform asks of a field; `undefined` where it does not take it. */
export function ruleOf(
  ports: WorkerPorts,
  { connection }: WriteTarget,
  field: ContactField,
): FieldRule | undefined {
  return writableFields(ports, connection).find((each) => each.field === field);
}

/** The value of a field. Throws `FieldProblem` where that could not be kept whole. */
export function fieldIn({ fields }: ContactAsRead, field: ContactField): FieldAsRead {
  const present = fields.get(field);
  if (present === undefined) throw new FieldProblem('unreadable');
  return present;
}
