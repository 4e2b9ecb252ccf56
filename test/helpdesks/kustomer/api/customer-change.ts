import type { Hono } from 'hono';
import type { CustomerRow } from '../data/rows';
import type { Desk } from '../desk';
import { customerResource } from '../resources/customer';
import { readFields } from './body';
import { fail, json } from './errors';
import { type ApiEnv, needs } from './guard';
import { customerById } from './lookup';

const writable = `name company externalId username avatarUrl externalIds sharedExternalIds emails
  sharedEmails phones sharedPhones whatsapps facebookIds instagramIds socials sharedSocials urls
  locations locale timeZone tags sentiment custom birthdayAt gender defaultLang signedUpAt
  lastActivityAt lastCustomerActivityAt lastSeenAt createdAt importedAt rev`.split(/\s+/);
const longest = 256;
const mostEntries = 10;

const lists = {
  emails: { key: 'email', types: ['home', 'work', 'other'] },
  phones: { key: 'phone', types: ['mobile', 'home', 'work', 'fax', 'other'] },
  externalIds: { key: 'externalId', types: [] },
} as const;
type ListName = keyof typeof lists;

interface Entry {
  value: string;
  facts: { type?: string; verified?: boolean };
}

/**
 * Changing a customer. `PUT` without `?replace=true` is as partial as `PATCH`; either unlinks the
 * company of a customer when the body does not name it.
 */
export function addCustomerChange(app: Hono<ApiEnv>, desk: Desk): void {
  const rights = ['org.permission.customer.update', 'org.user.customer.write'];
  app.on(['PATCH', 'PUT'], '/v1/customers/:id', needs(desk, ...rights), async (c) => {
    const fields = await readFields(desk, c.req.raw, new Set(writable));
    if (fields instanceof Response) return fields;
    const row = customerById(desk, c.req.param('id'));
    if (row === undefined) return fail(desk, { status: 404, parameter: 'id' });
    const change = changeOf(desk, row, fields);
    if (change instanceof Response) return change;
    const next = desk.tables.customers.replace(row, { ...row, ...change });
    return json({ data: customerResource(desk, next) });
  });
}

function changeOf(
  desk: Desk,
  row: CustomerRow,
  fields: Record<string, unknown>,
): Partial<CustomerRow> | Response {
  const { name, company } = fields;
  if (name !== undefined && !isText(name)) return wrong(desk, 'name');
  const isKnown = isText(company) && desk.tables.companies.get(company) !== undefined;
  if (company !== undefined && !isKnown) return wrong(desk, 'company');
  let change: Partial<CustomerRow> = {
    companyId: isKnown ? company : undefined,
    ...(isText(name) ? { name: name === '' ? undefined : name } : {}),
  };
  for (const list of ['emails', 'phones', 'externalIds'] as const) {
    if (!(list in fields)) continue;
    const listed = listChange(desk, { ...row, ...change }, list, fields[list]);
    if (listed instanceof Response) return listed;
    change = { ...change, ...listed };
  }
  return change;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function wrong(desk: Desk, parameter: string): Response {
  return fail(desk, { status: 400, parameter, detail: '/properties' });
}

function listChange(
  desk: Desk,
  row: CustomerRow,
  list: ListName,
  value: unknown,
): Partial<CustomerRow> | Response {
  const { listsOnPatch, duplicates } = desk.switches;
  const sent = entriesOf(list, value);
  if (sent === undefined) return wrong(desk, list);
  const entries = listsOnPatch === 'merge' ? merged(valuesIn(row, list), sent) : sent;
  if (entries.length > mostEntries) return wrong(desk, list);
  const isTwice = entries.some((entry) => isTaken(desk, row, list, entry.value));
  if (isTwice && duplicates !== 'taken') {
    const status = duplicates === 'conflict' ? 409 : 400;
    return fail(desk, { status, parameter: list, title: 'duplicate detected' });
  }
  const entryFacts = { ...row.entryFacts };
  for (const entry of entries) {
    entryFacts[entry.value] = { ...entryFacts[entry.value], ...entry.facts };
  }
  const values = entries.map((entry) => entry.value);
  return { ...columnsOf(desk, row, list, values), entryFacts };
}

/** The entries of a list as they were sent; `undefined` for one with an unknown key or in no known form. */
function entriesOf(list: ListName, sent: unknown): Entry[] | undefined {
  if (!Array.isArray(sent)) return undefined;
  const { key, types } = lists[list];
  const entries = sent.map((entry: unknown) => entryOf(entry, key, types));
  const fitting = entries.filter((entry) => entry !== undefined);
  return fitting.length === entries.length ? fitting : undefined;
}

function entryOf(entry: unknown, key: string, types: readonly string[]): Entry | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const fields: Record<string, unknown> = { ...entry };
  const { [key]: value, type, verified = false, id, ...more } = fields;
  if (!isText(value) || value === '' || Object.keys(more).length > 0) return undefined;
  if (type !== undefined && !types.some((each) => each === type)) return undefined;
  if (typeof verified !== 'boolean' || (id !== undefined && !isText(id))) return undefined;
  return { value, facts: { ...(isText(type) ? { type } : {}), verified } };
}

function merged(known: readonly string[], sent: readonly Entry[]): Entry[] {
  const values = new Set(sent.map(({ value }) => value));
  const kept = known.filter((value) => !values.has(value));
  return [...kept.map((value) => ({ value, facts: {} })), ...sent];
}

function valuesIn(row: CustomerRow, list: ListName): string[] {
  if (list === 'emails') return row.emails;
  if (list === 'phones') return row.phones;
  return [row.externalId, ...(row.otherExternalIds ?? [])].filter((id) => id !== undefined);
}

function columnsOf(
  desk: Desk,
  row: CustomerRow,
  list: ListName,
  values: readonly string[],
): Partial<CustomerRow> {
  if (list === 'emails') return { emails: [...values] };
  if (list === 'phones') {
    // Where numbers are delivered without the plus, it is stored nevertheless.
    const stored = (value: string) => row.phones.find((each) => each.replace('+', '') === value);
    const isBare = desk.switches.phoneStored === 'digits';
    return { phones: values.map((value) => (isBare ? (stored(value) ?? value) : value)) };
  }
  const [externalId, ...otherExternalIds] = values;
  return { externalId, otherExternalIds };
}

function isTaken(desk: Desk, row: CustomerRow, list: ListName, value: string): boolean {
  const wanted = value.toLowerCase();
  return desk.tables.customers
    .all()
    .some(
      (other) =>
        other.id !== row.id && valuesIn(other, list).some((each) => each.toLowerCase() === wanted),
    );
}
