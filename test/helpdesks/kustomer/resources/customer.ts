import type { ConversationRow, CustomerRow, MessageRow } from '../data/rows';
import { lastActivity, newestConversations } from '../data/tables';
import type { Desk } from '../desk';
import { avatarOf, displayNameOf } from './names';
import { iso, orgReference, type Resource, reference, settle } from './resource';

const previewLength = 200;

/** A customer as `GET /v1/customers/{id}` delivers it. */
export function customerResource(desk: Desk, row: CustomerRow): Resource {
  const self = `/v1/customers/${row.id}`;
  return {
    type: 'customer',
    id: row.id,
    attributes: settle(desk, row.id, {
      ...identity(desk, row),
      ...profile(row),
      ...activity(desk, row),
      deleted: false,
      verified: row.emails.length > 0,
      rev: 3,
    }),
    relationships: {
      org: orgReference,
      messages: { links: { self: `${self}/messages` } },
      ...(row.companyId === undefined
        ? {}
        : { company: reference('company', 'companies', row.companyId) }),
    },
    links: { self },
  };
}

function identity(desk: Desk, row: CustomerRow): Record<string, unknown> {
  const facts = (value: string) => row.entryFacts?.[value];
  const email = (address: string) => ({
    email: address,
    ...{ type: 'home', verified: true, id: null, ...facts(address) },
  });
  const phone = (number: string) => ({
    phone: desk.switches.phoneStored === 'digits' ? number.replace('+', '') : number,
    ...{ type: 'mobile', verified: false, ...facts(number) },
  });
  const ids = [row.externalId, ...(row.otherExternalIds ?? [])].filter((id) => id !== undefined);
  const [firstName, ...rest] = (row.name ?? '').split(' ');
  const avatar = avatarOf(row.id);
  return {
    name: row.name ?? '',
    firstName: firstName || undefined,
    lastName: rest.join(' ') || undefined,
    displayName: displayNameOf(row),
    displayColor: avatar.colour.toLowerCase(),
    displayIcon: avatar.icon.toLowerCase(),
    avatarUrl: undefined,
    externalId: row.externalId,
    externalIds: ids.map((externalId) => ({
      externalId,
      ...{ verified: true, id: null, ...facts(externalId) },
    })),
    emails: row.emails.map(email),
    sharedEmails: row.sharedEmails.map(email),
    phones: row.phones.map(phone),
    sharedPhones: row.sharedPhones.map(phone),
    whatsapps: [],
    socials: Object.entries(row.socials).map(([type, username]) => ({
      type,
      username,
      verified: false,
    })),
    urls: [],
  };
}

function profile(row: CustomerRow): Record<string, unknown> {
  const language = row.language?.toLowerCase().replace('-', '_');
  const placed = row.city !== undefined || row.country !== undefined;
  return {
    locale: language,
    defaultLang: language,
    timeZone: row.timeZone,
    gender: undefined,
    birthdayAt: undefined,
    recentLocation: placed
      ? { location: { cityName: row.city, countryName: row.country } }
      : undefined,
    tags: row.tagIds,
    custom: Object.keys(row.custom).length === 0 ? undefined : row.custom,
  };
}

function activity(desk: Desk, row: CustomerRow): Record<string, unknown> {
  const messages = desk.tables.messages.of(row.id).sort((a, b) => a.at - b.at);
  const last = messages.at(-1);
  const lastIn = messages.findLast((message) => message.direction === 'in');
  const lastOut = messages.findLast((message) => message.direction === 'out');
  const newest = newestConversations(desk.tables, row)[0];
  const updatedAt = iso(Math.max(row.createdAt, newest?.at ?? 0));
  const counts = countsOf(desk.tables.conversations.of(row.id));
  return {
    createdAt: iso(row.createdAt),
    updatedAt,
    modifiedAt: updatedAt,
    lastActivityAt: updatedAt,
    lastCustomerActivityAt: lastIn === undefined ? undefined : iso(lastIn.at),
    lastSeenAt: lastIn === undefined ? undefined : iso(lastIn.at),
    lastMessageAt: last === undefined ? undefined : iso(last.at),
    lastMessageIn: stamp(lastIn),
    lastMessageOut: stamp(lastOut),
    lastConversation:
      newest === undefined
        ? undefined
        : {
            id: newest.conversation.id,
            channels: channelsOf(newest.conversation),
            tags: newest.conversation.tagIds,
          },
    conversationCounts: counts,
    preview: last === undefined ? undefined : previewOf(last),
    progressiveStatus: worstOf(counts),
    presence: 'offline',
  };
}

function stamp(message: MessageRow | undefined) {
  return message && { sentAt: iso(message.at), channel: message.channel };
}

function previewOf(message: MessageRow) {
  return {
    previewAt: iso(message.at),
    type: `message_${message.direction}`,
    text: message.text.slice(0, previewLength),
    subject: message.subject,
    channel: message.channel,
  };
}

function countsOf(rows: readonly ConversationRow[]) {
  const count = (status: ConversationRow['status']) =>
    rows.filter((row) => row.status === status).length;
  return { all: rows.length, open: count('open'), snoozed: count('snoozed'), done: count('done') };
}

function worstOf(counts: ReturnType<typeof countsOf>): string | null {
  if (counts.open > 0) return 'open';
  if (counts.snoozed > 0) return 'snoozed';
  return counts.done > 0 ? 'done' : null;
}

/** The channels of a conversation; none for one that contains only notes. */
export function channelsOf(row: ConversationRow): string[] {
  return row.channel === undefined ? [] : [row.channel];
}

/** Epoch ms of the customer's last change. */
export function customerUpdatedAt(desk: Desk, row: CustomerRow): number {
  return desk.tables.conversations
    .of(row.id)
    .reduce((last, { id }) => Math.max(last, lastActivity(desk.tables, id)), row.createdAt);
}
