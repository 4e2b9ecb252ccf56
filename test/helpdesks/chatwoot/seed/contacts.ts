import { hexId } from '../../world/ids';
import type { StoryRecord } from '../../world/types';
import type { Contact } from '../tables';

const adjectives = [
  'autumn',
  'billowing',
  'crimson',
  'damp',
  'floral',
  'quiet',
  'silent',
  'twilight',
];
const nouns = ['bird', 'brook', 'cloud', 'field', 'lake', 'meadow', 'river', 'snowflake'];

/** A record of the world as a contact row. E-mails are stored in lower case, as Chatwoot does. */
export function createContact(
  record: StoryRecord,
  place: { id: number; personKey: string; record: number; now: number },
): Contact {
  const seed = `${place.personKey} ${place.record}`;
  const times = record.conversations.flatMap((conversation) =>
    conversation.messages.map((message) => place.now - message.ago * 60_000),
  );
  return {
    id: place.id,
    personKey: place.personKey,
    record: place.record,
    name: record.name ?? visitorName(seed),
    email: record.email?.toLowerCase() ?? null,
    phoneNumber: record.phone ?? null,
    identifier: record.externalId ?? null,
    additional: additionalOf(record),
    custom: { ...record.custom },
    labels: [...(record.tags ?? [])],
    blocked: false,
    createdAt: times.length === 0 ? place.now : Math.min(...times),
    lastActivityAt: times.length === 0 ? null : Math.max(...times),
  };
}

/** What Chatwoot calls a visitor who gave no name, e.g. `silent-river-482`. */
function visitorName(seed: string): string {
  const digest = Number.parseInt(hexId(`visitor ${seed}`, 8), 16);
  const adjective = adjectives[digest % adjectives.length];
  const noun = nouns[Math.floor(digest / 8) % nouns.length];
  return `${adjective}-${noun}-${digest % 1000}`;
}

function additionalOf(record: StoryRecord): Record<string, unknown> {
  return {
    description: '',
    company_name: record.company ?? '',
    city: record.city ?? '',
    country: record.country ?? '',
    social_profiles: { ...record.socials },
  };
}
