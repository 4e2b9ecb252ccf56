import type { Contact } from '../model/contact';
import type { Conversation, ConversationStatus } from '../model/history';

/** One thing that is known of a person, and which platforms say so. */
export interface Detail {
  label: string;
  /** One per distinct value, in the order of the contacts. More than one: the platforms differ. */
  values: { value: string; platforms: string[] }[];
}

/**
 * What the platforms keep about a person, merged by label (case does not count): what several say
 * alike stands once, what they say differently stands side by side.
 */
export function mergeAttributes(contacts: readonly Contact[]): Detail[] {
  const details = new Map<string, Detail>();
  for (const contact of contacts) {
    for (const { label, value } of contact.attributes ?? []) {
      if (label.trim() === '' || value.trim() === '') continue;
      const key = fold(label);
      const detail = details.get(key) ?? { label: label.trim(), values: [] };
      details.set(key, detail);
      addValue(detail, value.trim(), contact.platform);
    }
  }
  return [...details.values()];
}

/** The tags of a person, each once, with the platforms that have it. */
export function mergeTags(contacts: readonly Contact[]): Detail['values'] {
  const tags: Detail = { label: '', values: [] };
  for (const contact of contacts) {
    for (const tag of contact.tags ?? []) {
      if (tag.trim() !== '') addValue(tags, tag.trim(), contact.platform);
    }
  }
  return tags.values;
}

/** Single values in which platforms differ, e.g. two companies; agreement is left out. */
export function differencesOf(contacts: readonly Contact[]): Detail[] {
  const fields: readonly [string, (contact: Contact) => string | undefined][] = [
    ['Company', (contact) => contact.company],
    ['Language', (contact) => contact.language],
    ['Time zone', (contact) => contact.timeZone],
    ['Location', (contact) => contact.location],
  ];
  return fields
    .map(([label, read]) => {
      const detail: Detail = { label, values: [] };
      for (const contact of contacts) {
        const value = read(contact)?.trim();
        if (value) addValue(detail, value, contact.platform);
      }
      return detail;
    })
    .filter(({ values }) => values.length > 1);
}

function addValue(detail: Detail, value: string, platform: string): void {
  const known = detail.values.find((each) => fold(each.value) === fold(value));
  if (known === undefined) detail.values.push({ value, platforms: [platform] });
  else if (!known.platforms.includes(platform)) known.platforms.push(platform);
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}

/** How many conversations there are of each status, without statuses that do not occur. */
export function countByStatus(
  conversations: readonly Conversation[],
): { status: ConversationStatus; count: number }[] {
  const order: ConversationStatus[] = ['open', 'pending', 'snoozed', 'resolved', 'unknown'];
  return order
    .map((status) => ({
      status,
      count: conversations.filter((conversation) => conversation.status === status).length,
    }))
    .filter(({ count }) => count > 0);
}
