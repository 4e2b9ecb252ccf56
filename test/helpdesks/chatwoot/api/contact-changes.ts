import type { Contact } from '../tables';
import { isRecord } from './params';
import { invalid } from './refusal';

const e164 = /^\+[1-9]\d{1,14}$/;

/**
 * Applies permitted fields to a contact; both attribute objects are merged shallowly. Throws the
 * 422 of a taken e-mail, phone or identifier, or of a phone that is not E.164.
 */
export function applyContactFields(
  contact: Contact,
  fields: Record<string, unknown>,
  all: readonly Contact[],
): void {
  const others = all.filter((candidate) => candidate !== contact);
  const email = textOrNull(fields.email, contact.email)?.toLowerCase() ?? null;
  const phone = textOrNull(fields.phone_number, contact.phoneNumber);
  const identifier = textOrNull(fields.identifier, contact.identifier);
  if (email !== null && others.some((other) => other.email === email)) {
    throw invalid('email', 'taken');
  }
  if (phone !== null && !e164.test(phone)) {
    throw invalid('phone_number', 'noPhone');
  }
  if (phone !== null && others.some((other) => other.phoneNumber === phone)) {
    throw invalid('phone_number', 'taken');
  }
  if (identifier !== null && others.some((other) => other.identifier === identifier)) {
    throw invalid('identifier', 'taken');
  }
  contact.email = email;
  contact.phoneNumber = phone;
  contact.identifier = identifier;
  if (typeof fields.name === 'string') contact.name = fields.name;
  if (typeof fields.blocked === 'boolean') contact.blocked = fields.blocked;
  if (isRecord(fields.additional_attributes)) {
    contact.additional = { ...contact.additional, ...fields.additional_attributes };
  }
  if (isRecord(fields.custom_attributes)) {
    contact.custom = { ...contact.custom, ...fields.custom_attributes };
  }
}

/** A field that is sent replaces the value (blank: none); one that is not sent leaves it. */
function textOrNull(sent: unknown, current: string | null): string | null {
  if (sent === undefined) return current;
  return typeof sent === 'string' && sent !== '' ? sent : null;
}
