import { atLeast } from '../switches';
import type { Account, Contact } from '../tables';
import { resolvedContacts } from './contact-rows';
import {
  type Condition,
  dateOperators,
  equalOperators,
  type FilterKeys,
  passes,
  presenceOperators,
  readConditions,
  textOperators,
} from './filter-grammar';

const standardKeys: FilterKeys = {
  name: textOperators,
  phone_number: textOperators,
  email: textOperators,
  identifier: equalOperators,
  country_code: equalOperators,
  city: textOperators,
  company_name: textOperators,
  created_at: dateOperators,
  last_activity_at: dateOperators,
  blocked: equalOperators,
  labels: presenceOperators,
};

/**
 * `POST contacts/filter`: exact look-up among the resolved contacts. One value per condition
 * counts. Before 4.7.0 the plus sign of a phone number is doubled, so it must be left out.
 */
export function filterContacts(
  account: Account,
  body: Record<string, unknown>,
  version: string,
): Contact[] {
  const custom = account.attributes.map((attribute) => [attribute.key, presenceOperators] as const);
  const conditions = readConditions(body, { ...standardKeys, ...Object.fromEntries(custom) });
  return resolvedContacts(account.contacts).filter((contact) =>
    passes(conditions, (condition) => holds(condition, contact, version)),
  );
}

function holds(condition: Condition, contact: Contact, version: string): boolean {
  const { key, operator } = condition;
  if (key === 'created_at') return compareDates(condition, contact.createdAt);
  if (key === 'last_activity_at') return compareDates(condition, contact.lastActivityAt);
  const wanted = wantedValue(condition, version);
  const values = actualValues(key, contact);
  switch (operator) {
    case 'equal_to':
      return values.includes(wanted);
    case 'not_equal_to':
      return !values.includes(wanted);
    case 'contains':
      return values.some((value) => value.includes(wanted));
    case 'does_not_contain':
      return !values.some((value) => value.includes(wanted));
    case 'is_present':
      return values.length > 0;
    default:
      return values.length === 0;
  }
}

function wantedValue(condition: Condition, version: string): string {
  const value = String(condition.values[0] ?? '').toLowerCase();
  const exact = condition.operator === 'equal_to' || condition.operator === 'not_equal_to';
  if (condition.key !== 'phone_number' || !exact) return value;
  return atLeast(version, '4.7.0') ? `+${value.replace(/\+/g, '')}` : `+${value}`;
}

function actualValues(key: string, contact: Contact): string[] {
  const columns: Record<string, unknown> = {
    name: contact.name,
    email: contact.email,
    phone_number: contact.phoneNumber,
    identifier: contact.identifier,
    blocked: contact.blocked,
    city: contact.additional.city,
    company_name: contact.additional.company_name,
    country_code: contact.additional.country_code,
  };
  if (key === 'labels') return contact.labels.map((label) => label.toLowerCase());
  const value = Object.hasOwn(columns, key) ? columns[key] : contact.custom[key];
  return value === null || value === undefined ? [] : [String(value).toLowerCase()];
}

function compareDates(condition: Condition, at: number | null): boolean {
  if (at === null) return false;
  const value = String(condition.values[0]);
  if (condition.operator === 'days_before') return at < Date.now() - Number(value) * 86_400_000;
  const limit = Date.parse(value);
  return condition.operator === 'is_greater_than' ? at > limit : at < limit;
}
