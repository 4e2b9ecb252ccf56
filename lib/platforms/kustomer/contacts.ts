import * as v from 'valibot';
import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import { labelOfKey, readAttributes } from '../../identity/attributes';
import { normaliseEmail } from '../../identity/email';
import { normalisePhone } from '../../identity/phone';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { ApiPorts, ContactTags } from '../contract/api';
import { fetchResource, isRefusal } from './calls';
import {
  clip,
  clipIfAny,
  isMasked,
  languageTag,
  latest,
  readEach,
  text,
  texts,
  timeZoneName,
  unique,
  webAddress,
} from './field-values';
import { type KustomerCustomer, kustomerId, listSchema } from './schemas';

/** Which connection a customer was read from, and when. */
export interface CustomerOrigin {
  connection: Connection;
  /** Epoch ms. */
  now: number;
}

/**
 * A customer as a contact. Only its own addresses, numbers and external ids are taken: those listed
 * as shared stand for several customers and would join strangers. Masked values are shown but never
 * become keys.
 */
export function contactOf(customer: KustomerCustomer, origin: CustomerOrigin): Contact {
  const { connection, now } = origin;
  const { attributes } = customer;
  const emails = unique(attributes.emails);
  const phones = unique([...attributes.phones, ...attributes.whatsapps]);
  return {
    connectionId: connection.id,
    id: customer.id,
    platform: connection.platform,
    ...namesOf(attributes),
    avatarUrl: webAddress(attributes.avatarUrl),
    emails: emails.map(clip),
    phones: phones.map(clip),
    emailKeys: keysOf(emails, normaliseEmail),
    phoneKeys: keysOf(phones, (phone) => normalisePhone(phone)),
    externalIds: unique(
      [
        ...(attributes.externalId === undefined ? [] : [attributes.externalId]),
        ...attributes.externalIds,
      ]
        .filter((id) => !isMasked(id) && !attributes.sharedExternalIds.includes(id))
        .map(clip),
    ),
    company: clipIfAny(attributes.companyName),
    language: languageTag(attributes.locale) ?? languageTag(attributes.defaultLang),
    timeZone: timeZoneName(attributes.timeZone),
    location: locationOf(attributes),
    lastSeenAt: latest(attributes.lastSeenAt, attributes.lastCustomerActivityAt),
    conversationCount: attributes.conversationCounts?.all,
    attributes: [...satisfactionOf(attributes), ...readAttributes(attributes.custom, customLabel)],
    url: customerUrl(connection, customer.id),
    fetchedAt: now,
  };
}

/** The suffix of a custom attribute's key tells its type and nothing to a reader (dossier §5.4). */
function customLabel(key: string): string {
  return labelOfKey(
    key.replace(/^@/, '').replace(/(?<=.)(?:Str|Txt|Num|At|Bool|Url|Id|Tree)$/, ''),
  );
}

function satisfactionOf({
  satisfactionLevel,
}: KustomerCustomer['attributes']): { label: string; value: string }[] {
  const { avgRating, count } = satisfactionLevel ?? {};
  if (avgRating === undefined || count === undefined || count === 0) return [];
  const answers = count === 1 ? '1 answer' : `${count} answers`;
  return [{ label: 'Satisfaction', value: `rated ${avgRating} on average (${answers})` }];
}

/** Address of a customer's timeline in the web app: `/app/customers/{id}`. */
export function customerUrl(connection: Connection, customerId: string): string {
  return `${connection.pageOrigin}/app/customers/${encodeURIComponent(customerId)}`;
}

/**
 * Kustomer fills `displayName` for the nameless: with the mail address, or with an invented label
 * such as "Silver Scissors". Neither is a name.
 */
function namesOf(
  attributes: KustomerCustomer['attributes'],
): Pick<Contact, 'name' | 'placeholderName'> {
  const parts = [attributes.firstName, attributes.lastName].filter((part) => part !== undefined);
  const real = [attributes.name, parts.join(' ')].find(
    (name) => name !== undefined && name !== '' && !isAddress(name, attributes),
  );
  if (real !== undefined) return { name: clip(real) };
  const { displayName } = attributes;
  return displayName === undefined || isAddress(displayName, attributes)
    ? {}
    : { placeholderName: clip(displayName) };
}

function isAddress(name: string, attributes: KustomerCustomer['attributes']): boolean {
  return (
    normaliseEmail(name) !== undefined ||
    attributes.phones.includes(name) ||
    attributes.whatsapps.includes(name)
  );
}

function keysOf(values: string[], normalise: (raw: string) => string | undefined): string[] {
  return unique(
    values
      .filter((value) => !isMasked(value))
      .map(normalise)
      .filter((key) => key !== undefined),
  );
}

function locationOf(attributes: KustomerCustomer['attributes']): string | undefined {
  const recent = attributes.recentLocation?.location;
  const parts = [recent?.cityName, recent?.countryName].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : clip(parts.join(', '));
}

const DAY_MS = 24 * 60 * 60 * 1_000;
const PAGE_SIZE = 100;
/** An organisation with more tags than this is served with the first ones. */
const MOST_PAGES = 10;

/** The role to ask an administrator for; `org.user.tag.read` works too (dossier §3). */
const tagRight = 'org.permission.tag.read';

const taggedSchema = v.object({ attributes: v.object({ tags: texts }) });
const tagSchema = v.object({ id: kustomerId, attributes: v.object({ name: text }) });

/** The names of tags: customers carry ids of them (dossier §10), and the list is read once a day. */
export class CustomerTags {
  readonly #ports: ApiPorts;
  #names: ReadonlyMap<string, string> = new Map();
  #readUntil = 0;

  constructor(ports: ApiPorts) {
    this.#ports = ports;
  }

  /** The tags of a customer, read anew. Throws `TransportError`. */
  async of(contact: Contact, signal: AbortSignal): Promise<ContactTags> {
    const raw = await fetchResource(this.#ports, path`/v1/customers/${contact.id}`, signal);
    const customer = v.safeParse(taggedSchema, raw);
    const ids = customer.success ? customer.output.attributes.tags : [];
    if (ids.length === 0) return { tags: [] };
    try {
      await this.#learn(ids, signal);
    } catch (error) {
      if (isRefusal(error)) return { tags: [], missingRight: tagRight };
      throw error;
    }
    return { tags: ids.flatMap((id) => this.#names.get(id) ?? []) };
  }

  async #learn(ids: readonly string[], signal: AbortSignal): Promise<void> {
    const isKnown = ids.every((id) => this.#names.has(id));
    if (isKnown || this.#ports.now() < this.#readUntil) return;
    const names = new Map<string, string>();
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const { body } = await this.#ports.transport.send({
        method: 'GET',
        path: path`/v1/tags`,
        query: { deleted: 'false', page: String(page), pageSize: String(PAGE_SIZE) },
        signal,
      });
      const list = v.safeParse(listSchema, body);
      if (!list.success) throw new TransportError('not-json');
      for (const { id, attributes } of readEach(tagSchema, list.output.data).read) {
        if (attributes.name !== undefined) names.set(id, clip(attributes.name));
      }
      if (list.output.data.length < PAGE_SIZE) break;
    }
    this.#names = names;
    this.#readUntil = this.#ports.now() + DAY_MS;
  }
}
