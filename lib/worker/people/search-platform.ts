import { spellingsOf } from '../../identity/identifier-spellings';
import { queryIdentifiers } from '../../identity/people-query';
import { countryCode } from '../../identity/phone-country';
import type { Connection } from '../../model/connection';
import type { Contact, Identifier } from '../../model/contact';
import type { Coverage } from '../../model/coverage';
import type { PageContext } from '../../model/page';
import { addressRef } from '../../model/screen-address';
import type { Found, PlatformApi } from '../../platforms/contract/api';
import { contactOnPage } from '../person-lookup/page-identities';
import type { WorkerPorts } from '../ports';
import { linkedToPage } from './linked-contacts';

/** What one platform says to a query. */
export interface PlatformFindings {
  contacts: Contact[];
  coverage: Coverage;
  /** There are others that it did not list. */
  hasMore?: boolean | undefined;
}

/**
 * Asks the platform for what a person typed, or for the page whose address they pasted, in the way
 * it can be asked; says what could not be searched. Throws `TransportError`.
 */
export async function searchPlatform(
  ports: WorkerPorts,
  connection: Connection,
  { query, page }: { query: string; page?: PageContext | undefined },
  signal: AbortSignal,
): Promise<PlatformFindings> {
  const api = ports.apiOf(connection);
  const whole: Coverage = { state: 'complete', dropped: 0, checkedAt: ports.now() };
  if (page !== undefined) {
    const answer = await api.identify(page, signal);
    if (answer.kind === 'contact') return { contacts: [answer.contact], coverage: whole };
    const known = await knownOnPage(ports, connection, page);
    if (known !== undefined) return { contacts: [known], coverage: whole };
    const coverage: Coverage =
      answer.kind === 'unknown' ? answer.coverage : { ...whole, state: 'not-found' };
    return { contacts: [], coverage };
  }
  const region = countryCode((await ports.peopleSettings?.())?.defaultRegion);
  const identifiers = queryIdentifiers(query, region);
  if (api.searchContacts !== undefined) {
    const typed = await api.searchContacts(query, signal);
    const respelled = await otherSpellings(api, identifiers, signal);
    const contacts = [...typed.contacts, ...without(respelled.contacts, typed.contacts)];
    const coverage = { ...whole, dropped: typed.dropped + respelled.dropped };
    return { contacts, coverage, hasMore: typed.hasMore };
  }
  if (identifiers.length === 0 && api.findByName !== undefined) {
    const { contacts, dropped, missingRight, hasMore } = await api.findByName(query, signal);
    const gap: Partial<Coverage> =
      missingRight === undefined
        ? { reason: 'exact-name-only' }
        : { reason: 'missing-right', right: missingRight };
    return { contacts, coverage: { ...whole, ...gap, state: 'partial', dropped }, hasMore };
  }
  const byId = await contactOfId(api, connection, identifiers, signal);
  if (api.find === undefined || identifiers.length === 0) {
    return { contacts: byId, coverage: await storedCoverage(ports, connection) };
  }
  const { contacts, dropped } = await api.find(identifiers, signal);
  return { contacts: [...byId, ...without(contacts, byId)], coverage: { ...whole, dropped } };
}

function without(contacts: readonly Contact[], known: readonly Contact[]): Contact[] {
  const ids = new Set(known.map(({ id }) => id));
  return contacts.filter(({ id }) => !ids.has(id));
}

/** A search for a text misses the other ways in which an address or a number may be stored. */
async function otherSpellings(
  api: PlatformApi,
  identifiers: readonly Identifier[],
  signal: AbortSignal,
): Promise<Found> {
  const spelled = identifiers.filter((identifier) => spellingsOf(identifier).length > 1);
  if (api.find === undefined || spelled.length === 0) return { contacts: [], dropped: 0 };
  return api.find(spelled, signal);
}

/** The person this page showed when it was open here, or whom somebody linked to it. */
async function knownOnPage(
  ports: WorkerPorts,
  { id: connectionId }: Connection,
  page: PageContext,
): Promise<Contact | undefined> {
  const pageRef = addressRef({ connectionId, context: page });
  return (
    (await contactOnPage(ports, connectionId, page)) ??
    (pageRef === undefined ? undefined : await linkedToPage(ports.database, pageRef))
  );
}

/** What looks like an id of some system may be the platform's own. */
async function contactOfId(
  api: PlatformApi,
  { platform }: Connection,
  identifiers: readonly Identifier[],
  signal: AbortSignal,
): Promise<Contact[]> {
  const id = identifiers.find(({ kind }) => kind === 'external-id')?.value;
  if (id === undefined) return [];
  const page: PageContext = {
    platform,
    view: 'person',
    contactId: id,
    hints: { emails: [], phones: [] },
    composer: 'none',
  };
  const answer = await api.identify(page, signal);
  return answer.kind === 'contact' && answer.contact.id === id ? [answer.contact] : [];
}

/** How many of the platform's contacts this browser has stored, where only those can be searched. */
async function storedCoverage(ports: WorkerPorts, connection: Connection): Promise<Coverage> {
  const base = { dropped: 0, checkedAt: ports.now() };
  const { find } = ports.definitionOf(connection.platform).capabilities;
  if (find !== 'directory') return { ...base, state: 'partial', reason: 'api-has-no-search' };
  const row = await ports.database.directories.get(connection.id);
  const searched = { searched: row?.indexed ?? 0, since: row?.reachesBackTo };
  if (row?.reachedEnd === true) {
    return row.endUnproven === true
      ? { ...base, ...searched, state: 'partial', reason: 'end-unproven' }
      : { ...base, ...searched, state: 'complete' };
  }
  const reason = row?.job === 'running' ? 'search-running' : 'search-bound';
  return { ...base, ...searched, state: 'partial', reason };
}
