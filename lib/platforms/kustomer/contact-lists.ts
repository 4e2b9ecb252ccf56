import * as v from 'valibot';
import { isJsonObject } from '../../model/json-object';
import { type FieldEdit, FieldProblem } from '../contract/contact-fields';
import { anything, lenient, text, writtenText } from '../shared/field-schemas';
import { textsUnder } from './field-schemas';

/** A customer's lists, exactly as they have to be sent back. */
export const writtenCustomerSchema = v.object({
  attributes: v.object({
    name: writtenText,
    emails: anything,
    phones: anything,
    externalIds: anything,
    externalId: text,
    companyName: text,
    whatsapps: textsUnder('phone'),
    sharedEmails: textsUnder('email'),
    sharedPhones: textsUnder('phone'),
    sharedWhatsapps: textsUnder('phone'),
    sharedExternalIds: textsUnder('externalId'),
  }),
  relationships: lenient(v.object({ company: anything })),
});
export type WrittenCustomer = v.InferOutput<typeof writtenCustomerSchema>;

const lists = {
  email: { list: 'emails', key: 'email', entry: { type: 'other' } },
  phone: { list: 'phones', key: 'phone', entry: { type: 'other' } },
  'external-id': { list: 'externalIds', key: 'externalId', entry: {} },
} as const;
export type ListField = keyof typeof lists;

/** Most entries of one list. */
const MOST_ENTRIES = 10;

/** Keys of an entry that Kustomer accepts back. */
const entryKeys = ['type', 'verified', 'id'] as const;

interface Entry {
  text: string;
  /** As it can be sent. */
  sent: Record<string, unknown>;
}

/** The entries of a list; `undefined` where one of them, or the list, cannot be read. */
export function entriesOf(
  attributes: WrittenCustomer['attributes'],
  field: ListField,
): Entry[] | undefined {
  const { list, key } = lists[field];
  const listed: unknown = attributes[list] ?? [];
  if (!Array.isArray(listed)) return undefined;
  const entries = listed.map((entry: unknown): Entry | undefined => {
    const value = isJsonObject(entry) ? entry[key] : undefined;
    if (!isJsonObject(entry) || typeof value !== 'string') return undefined;
    const known = entryKeys.filter((name) => entry[name] !== undefined && entry[name] !== null);
    return {
      text: value,
      sent: { [key]: value, ...Object.fromEntries(known.map((name) => [name, entry[name]])) },
    };
  });
  const readable = entries.filter((entry) => entry !== undefined);
  return readable.length === entries.length ? readable : undefined;
}

/** The list after a change, with everything else as it was. Throws `FieldProblem`. */
export function listWith(
  attributes: WrittenCustomer['attributes'],
  { field, out, put }: FieldEdit & { field: ListField },
): Record<string, unknown> {
  const entries = entriesOf(attributes, field);
  if (entries === undefined) throw new FieldProblem('unreadable');
  const { list, key, entry } = lists[field];
  const kept = entries.filter(({ text: value }) => value !== out).map(({ sent }) => sent);
  const next = put === undefined ? kept : [...kept, { [key]: put, ...entry }];
  if (next.length > MOST_ENTRIES) throw new FieldProblem('full');
  return { [list]: next };
}
