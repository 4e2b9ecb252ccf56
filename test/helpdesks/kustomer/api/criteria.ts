import type { ConversationRow, CustomerRow, MessageRow, NoteRow } from '../data/rows';
import { lastActivity } from '../data/tables';
import type { Desk } from '../desk';
import { customerUpdatedAt } from '../resources/customer';

type Values = readonly (string | number | undefined)[];
/** The values of a search attribute such as `customer_email` on one row. Times are epoch ms. */
export type Attributes = Record<string, () => Values>;

/** An attribute or operator the search does not know. */
export class BadCriterion extends Error {}

export function customerAttributes(desk: Desk, row: CustomerRow): Attributes {
  return {
    customer_email: () => row.emails,
    customer_shared_email: () => row.sharedEmails,
    customer_phone: () => row.phones,
    customer_shared_phone: () => row.sharedPhones,
    customer_externalId: () => [row.externalId],
    customer_name: () => [row.name],
    customer_created_at: () => [row.createdAt],
    customer_updated_at: () => [customerUpdatedAt(desk, row)],
  };
}

export function conversationAttributes(desk: Desk, row: ConversationRow): Attributes {
  return {
    ...parent(desk, row.customerId),
    conversation_customer_id: () => [row.customerId],
    conversation_updated_at: () => [lastActivity(desk.tables, row.id)],
    conversation_created_at: () => [row.createdAt],
  };
}

export function messageAttributes(desk: Desk, row: MessageRow): Attributes {
  return {
    ...parent(desk, row.customerId),
    message_customer_id: () => [row.customerId],
    message_updated_at: () => [row.at],
    message_created_at: () => [row.at],
  };
}

export function noteAttributes(desk: Desk, row: NoteRow): Attributes {
  return {
    ...parent(desk, row.customerId),
    note_customer_id: () => [row.customerId],
    note_conversation_id: () => [row.conversationId],
    note_external_id: () => [row.externalId],
    note_updated_at: () => [row.updatedAt],
    note_created_at: () => [row.createdAt],
  };
}

function parent(desk: Desk, customerId: string): Attributes {
  const customer = desk.tables.customers.get(customerId);
  return customer === undefined ? {} : customerAttributes(desk, customer);
}

/**
 * Whether a row meets a group of criteria such as `{customer_email: {equals: "a@b.c"}}`, or a list
 * of these.
 *
 * @throws BadCriterion for attributes and operators the emulated search does not know.
 */
export function meets(
  attributes: Attributes,
  group: unknown,
  all: (results: boolean[]) => boolean,
): boolean {
  const criteria: unknown[] = Array.isArray(group) ? group : [group];
  if (criteria.length > 20) throw new BadCriterion('at most 20 criteria in a group');
  const results = criteria.flatMap((criterion) =>
    entriesOf(criterion).flatMap(([attribute, condition]) => {
      const values = attributes[attribute]?.();
      if (values === undefined) throw new BadCriterion(attribute);
      return entriesOf(condition).map(([operator, wanted]) =>
        values.some((value) => compare(value, operator, wanted)),
      );
    }),
  );
  return all(results);
}

function entriesOf(value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) throw new BadCriterion('not an object');
  return Object.entries(value);
}

function compare(value: string | number | undefined, operator: string, wanted: unknown): boolean {
  if (operator === 'equals') {
    return String(value ?? '').toLowerCase() === String(wanted).toLowerCase();
  }
  const bound = typeof wanted === 'string' ? Date.parse(wanted) : Number(wanted);
  const number = Number(value);
  if (operator === 'gt') return number > bound;
  if (operator === 'gte') return number >= bound;
  if (operator === 'lt') return number < bound;
  if (operator === 'lte') return number <= bound;
  throw new BadCriterion(operator);
}
