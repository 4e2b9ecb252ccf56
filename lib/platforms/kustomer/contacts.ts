import { plural, t } from '@lingui/core/macro';
import * as v from 'valibot';
import { normaliseEmail } from '../../identity/email';
import { normaliseExternalId } from '../../identity/external-id';
import { normalisePhone } from '../../identity/phone';
import { labelOfKey, readAttributes } from '../../identity/read-attributes';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import { formatNumber } from '../../text/format-number';
import { line } from '../shared/field-schemas';
import {
  clip,
  clipIfAny,
  keysOf,
  languageTag,
  latest,
  listOf,
  timeZoneName,
  unique,
  webAddress,
} from '../shared/field-values';
import { readEach } from '../shared/read-each';
import { isMasked } from './masked';
import type { KustomerCustomer } from './schemas';

/** Which connection a customer was read from, and when. */
interface CustomerOrigin {
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
    emailKeys: keysOf(readable(emails), normaliseEmail),
    phoneKeys: keysOf(readable(phones), (phone) => normalisePhone(phone)),
    externalIds: unique(
      readable([...listOf(attributes.externalId), ...attributes.externalIds])
        .filter((id) => !attributes.sharedExternalIds.includes(id))
        .map((id) => normaliseExternalId(clip(id))),
    ),
    company: clipIfAny(attributes.companyName),
    socials: socialsOf(attributes.socials),
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

const socialSchema = v.object({ type: line, username: line, userid: line });

/** Names on social networks; where there is none to read, the number there. */
function socialsOf(rows: readonly unknown[]): Contact['socials'] {
  const named = readEach(socialSchema, rows).items.flatMap(
    ({ type, username = '', userid = '' }) => {
      const name = username || userid;
      return type === undefined || name === ''
        ? []
        : [{ network: labelOfKey(type), username: name }];
    },
  );
  return named.length === 0 ? undefined : named;
}

/**
 * The name of a custom attribute, from its key, whose suffix shows its type and means nothing to a reader
 * (README.md#custom-attributes).
 */
export function customLabel(key: string): string {
  return labelOfKey(
    key.replace(/^@/, '').replace(/(?<=.)(?:Str|Txt|Num|At|Bool|Url|Id|Tree)$/, ''),
  );
}

function satisfactionOf({ satisfactionLevel }: KustomerCustomer['attributes']) {
  const { avgRating, count } = satisfactionLevel ?? {};
  if (avgRating === undefined || count === undefined || count === 0) return [];
  const rating = formatNumber(avgRating);
  const value = t`rated ${rating} on average (${plural(count, { one: '# answer', other: '# answers' })})`;
  return [{ label: t`Satisfaction`, value }];
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

function locationOf(attributes: KustomerCustomer['attributes']): string | undefined {
  const recent = attributes.recentLocation?.location;
  const parts = [recent?.cityName, recent?.countryName].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : clip(parts.join(', '));
}

function readable(values: readonly string[]): string[] {
  return values.filter((value) => !isMasked(value));
}
