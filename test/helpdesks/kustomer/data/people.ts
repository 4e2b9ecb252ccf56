import { hexId } from '../../world/ids';
import type { StoryAgent, StoryRecord, World } from '../../world/types';
import type { CustomerRow, UserRow } from './rows';

const hour = 3_600_000;
const month = 30 * 24 * hour;

/** The id of the user whom the organisation's API keys act as. */
export const machineUserId = hexId('kustomer/user/machine');
/** The id of the user whom automatic messages come from. */
export const botUserId = hexId('kustomer/user/bot');

export function agentId(key: string): string {
  return hexId(`kustomer/user/${key}`);
}

export function customerId(person: string, record: number): string {
  return hexId(`kustomer/customer/${person}/${record}`);
}

/** The id of a former separate customer that was merged into this one. */
export function mergedId(person: string, record: number): string {
  return hexId(`kustomer/merged/${person}/${record}`);
}

/** The organisation's users: the agents, a bot, and the machine user of its keys. */
export function usersOf(agents: readonly StoryAgent[]): UserRow[] {
  const people = agents.map(
    (agent): UserRow => ({
      id: agentId(agent.key),
      name: agent.name,
      email: agent.email,
      userType: 'user',
      left: agent.left ?? false,
    }),
  );
  const machines = [
    { id: botUserId, name: 'Assistant' },
    { id: machineUserId, name: 'deskside' },
  ].map(
    ({ id, name }): UserRow => ({
      id,
      name,
      email: `${id}@acme.machine.kustomerapp.com`,
      userType: 'machine',
      left: false,
    }),
  );
  return [...people, ...machines];
}

/** Addresses that more than one record has: Kustomer stores these separately as shared. */
export function sharedAddresses(world: World): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const record of world.people.flatMap((person) => person.kustomer ?? [])) {
    for (const address of new Set(addressesOf(record))) {
      if (seen.has(address)) shared.add(address);
      seen.add(address);
    }
  }
  return shared;
}

function addressesOf(record: StoryRecord): string[] {
  return [...emailsOf(record).map((email) => email.toLowerCase()), ...phonesOf(record)];
}

function emailsOf(record: StoryRecord): string[] {
  return [record.email, ...(record.otherEmails ?? [])].filter((email) => email !== undefined);
}

function phonesOf(record: StoryRecord): string[] {
  return [record.phone, ...(record.otherPhones ?? [])].filter((phone) => phone !== undefined);
}

/** One record of a story as a row of the customers table. */
export function customerOf(
  world: World,
  owner: { person: string; record: number },
  story: StoryRecord,
  shared: ReadonlySet<string>,
): CustomerRow {
  const emails = emailsOf(story);
  const phones = phonesOf(story);
  const isSharedEmail = (email: string) => shared.has(email.toLowerCase());
  const minutes = story.conversations.flatMap((conversation) =>
    conversation.messages.map((message) => message.ago),
  );
  return {
    id: customerId(owner.person, owner.record),
    ...owner,
    name: story.name,
    emails: emails.filter((email) => !isSharedEmail(email)),
    sharedEmails: emails.filter(isSharedEmail),
    phones: phones.filter((phone) => !shared.has(phone)),
    sharedPhones: phones.filter((phone) => shared.has(phone)),
    externalId: story.externalId,
    companyId: story.company === undefined ? undefined : companyId(story.company),
    city: story.city,
    country: story.country,
    language: story.language,
    timeZone: story.timeZone,
    custom: customOf(story),
    socials: { ...story.socials },
    tagIds: (story.tags ?? []).map(tagId),
    createdAt: world.now - (minutes.length === 0 ? month : Math.max(...minutes) * 60_000 + hour),
  };
}

export function tagId(label: string): string {
  return hexId(`kustomer/tag/${label}`);
}

export function companyId(name: string): string {
  return hexId(`kustomer/company/${name}`);
}

function customOf(story: StoryRecord): Record<string, string> {
  // The suffix is the type of a custom attribute: `Txt` is long text, `Str` a short one.
  const fields = Object.entries(story.custom ?? {}).map(([name, value]) => [
    /(?:Str|Txt|Num|At|Bool|Url|Id)$/.test(name) ? name : `${name}Str`,
    value,
  ]);
  if (story.notes !== undefined) fields.push(['notesTxt', story.notes]);
  return Object.fromEntries(fields);
}
