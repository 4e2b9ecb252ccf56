import { t } from '@lingui/core/macro';
import type { Attribute, Contact } from '../model/contact';
import type { Conversation, ConversationStatus } from '../model/history';
import { yesOrNo } from '../text/yes-or-no';

/** One fact about a person, and which platforms state it. */
export interface Detail {
  label: string;
  /** One per distinct value, in the order of the contacts. More than one: the platforms differ. */
  values: { value: string; truth?: boolean | undefined; platforms: string[] }[];
}

/** An attribute's value as a person reads it: in the language of the interface where it is yes or no. */
export function shownAttributeValue({ value, truth }: Pick<Attribute, 'value' | 'truth'>): string {
  return truth === undefined ? value : yesOrNo(truth);
}

/**
 * What the platforms store about a person, merged by label (case does not count): values on which several
 * agree appear once, different values appear side by side.
 */
export function mergeAttributes(contacts: readonly Contact[]): Detail[] {
  const details = new Map<string, Detail>();
  for (const contact of contacts) {
    for (const { label, value, truth } of contact.attributes ?? []) {
      if (label.trim() === '' || value.trim() === '') continue;
      const key = comparisonKey(label);
      const detail = details.get(key) ?? { label: label.trim(), values: [] };
      details.set(key, detail);
      addValue(detail, value.trim(), contact.platform, truth);
    }
  }
  return [...details.values()];
}

/** What the person is called on social networks, each username once. */
export function mergeSocials(contacts: readonly Contact[]): Detail[] {
  const details = new Map<string, Detail>();
  for (const { platform, socials = [] } of contacts) {
    for (const { network, username } of socials) {
      const detail = details.get(comparisonKey(network)) ?? { label: network, values: [] };
      details.set(comparisonKey(network), detail);
      // Unlike in ordinary words, every character of a username counts, except for its case.
      const known = detail.values.find(
        ({ value }) => value.toLowerCase() === username.toLowerCase(),
      );
      if (known === undefined) detail.values.push({ value: username, platforms: [platform] });
      else if (!known.platforms.includes(platform)) known.platforms.push(platform);
    }
  }
  return [...details.values()];
}

/** The tags of a person, each once, with the platforms that have it. */
export function mergeTags(
  tagged: readonly { platform: string; tags: readonly string[] }[],
): Detail['values'] {
  const all: Detail = { label: '', values: [] };
  for (const { platform, tags } of tagged) {
    for (const tag of tags) {
      if (tag.trim() !== '') addValue(all, tag.trim(), platform);
    }
  }
  return all.values;
}

/** The labels of conversations, those of the most conversations first, and how many have each. */
export function countLabels(
  conversations: readonly Conversation[],
): { label: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { labels = [] } of conversations) {
    for (const label of new Set(labels)) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}

/** Single values in which platforms differ, e.g. two companies; agreement is left out. */
export function differencesOf(contacts: readonly Contact[]): Detail[] {
  const fields: readonly [string, (contact: Contact) => string | undefined][] = [
    [t({ message: 'Company', context: 'field of a contact' }), (contact) => contact.company],
    [t({ message: 'Language', context: 'field of a contact' }), (contact) => contact.language],
    [t({ message: 'Time zone', context: 'field of a contact' }), (contact) => contact.timeZone],
    [t({ message: 'Location', context: 'field of a contact' }), (contact) => contact.location],
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

function addValue(detail: Detail, value: string, platform: string, truth?: boolean): void {
  const known = detail.values.find((each) => comparisonKey(each.value) === comparisonKey(value));
  if (known === undefined) detail.values.push({ value, truth, platforms: [platform] });
  else if (!known.platforms.includes(platform)) known.platforms.push(platform);
}

function comparisonKey(text: string): string {
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
