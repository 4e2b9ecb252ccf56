import { t } from '@lingui/core/macro';
import type { Contact } from '../model/contact';
import { contactRef } from '../model/ids';
import type { LinkRow } from '../model/link-decision';
import { formatList } from '../text/format-list';
import { linkWords } from './decision-words';
import { effectiveDecisions, pairKey } from './decisions';
import type { IdentityRules } from './distinctive-identifiers';
import { type Evidence, evidenceBetween, isProof } from './evidence';

export interface WhySetting {
  /** The other contacts of the person (or, for somebody who is not in it yet, all of them). */
  others: readonly Contact[];
  links: readonly LinkRow[];
  rules: IdentityRules;
  /** What a platform is called. */
  labelOf(platform: string): string;
  /** Epoch ms. */
  now: number;
}

/** A piece of evidence, and the contacts with which it connects. */
interface Shared {
  evidence: Evidence;
  with: Contact[];
}

/**
 * Why a contact is, or may be, the same human as the others: one phrase per piece of evidence, proof
 * before hints, e.g. "same e-mail address as in Acme". Hints are left out where there is proof. Empty
 * when nothing stored supports it.
 */
export function whyWords(contact: Contact, setting: WhySetting): string[] {
  const shared = sharedWith(contact, setting);
  const proof = shared.filter(({ evidence }) => isProof(evidence));
  const strongest = proof.length > 0 ? proof : shared;
  return [...new Set(strongest.map((each) => phrase(contact, each, setting)))];
}

function sharedWith(contact: Contact, { others, links, rules }: WhySetting): Shared[] {
  const byPair = effectiveDecisions(links);
  const found = new Map<string, Shared>();
  for (const other of others) {
    const decision = byPair.get(pairKey(contactRef(contact), contactRef(other)));
    for (const evidence of evidenceBetween(contact, other, rules, decision)) {
      const key = JSON.stringify([
        evidence.kind,
        'value' in evidence ? evidence.value : evidence.at,
      ]);
      const known = found.get(key) ?? { evidence, with: [] };
      known.with.push(other);
      found.set(key, known);
    }
  }
  const all = [...found.values()];
  return [
    ...all.filter(({ evidence }) => isProof(evidence)),
    ...all.filter(({ evidence }) => !isProof(evidence)),
  ];
}

/** One value or trait that is shared: with contacts in other helpdesks, or in the same one. */
type SharedWords = { elsewhere(places: string): string; here(platform: string): string };

const sharedWords: Readonly<Record<Exclude<Evidence['kind'], 'by-hand'>, SharedWords>> = {
  email: {
    elsewhere: (places) => t`same e-mail address as in ${places}`,
    here: (platform) => t`same e-mail address as another contact in ${platform}`,
  },
  phone: {
    elsewhere: (places) => t`same phone number as in ${places}`,
    here: (platform) => t`same phone number as another contact in ${platform}`,
  },
  'external-id': {
    elsewhere: (places) => t`same id in another system as in ${places}`,
    here: (platform) => t`same id in another system as another contact in ${platform}`,
  },
  'same-name': {
    elsewhere: (places) => t`same name as in ${places}`,
    here: (platform) => t`same name as another contact in ${platform}`,
  },
  'same-company': {
    elsewhere: (places) => t`same company as in ${places}`,
    here: (platform) => t`same company as another contact in ${platform}`,
  },
  'same-location': {
    elsewhere: (places) => t`same place as in ${places}`,
    here: (platform) => t`same place as another contact in ${platform}`,
  },
  'same-local-number': {
    elsewhere: (places) => t`same phone number as in ${places}, except for the country code`,
    here: (platform) =>
      t`same phone number as another contact in ${platform}, except for the country code`,
  },
  'shared-email': {
    elsewhere: (places) => t`an address that many people may use, as in ${places}`,
    here: (platform) =>
      t`an address that many people may use, as for another contact in ${platform}`,
  },
  'shared-phone': {
    elsewhere: (places) => t`a number that many people may use, as in ${places}`,
    here: (platform) => t`a number that many people may use, as for another contact in ${platform}`,
  },
  'shared-external-id': {
    elsewhere: (places) => t`an id that many people may have, as in ${places}`,
    here: (platform) => t`an id that many people may have, as for another contact in ${platform}`,
  },
};

function phrase(contact: Contact, { evidence, with: others }: Shared, setting: WhySetting): string {
  if (evidence.kind === 'by-hand') {
    return linkWords({ verdict: 'same', by: evidence.by, at: evidence.at }, setting.now);
  }
  const { labelOf } = setting;
  const elsewhere = others.filter(({ platform }) => platform !== contact.platform);
  const { kind } = evidence;
  const words =
    elsewhere.length === 0
      ? sharedWords[kind].here(labelOf(contact.platform))
      : sharedWords[kind].elsewhere(listed(elsewhere, labelOf));
  const spellings = 'spellings' in evidence ? evidence.spellings : [];
  const bare = spellings.filter(({ difference }) => difference === 'no-country-code');
  if (bare.length === 0) return words;
  const places = listed(bare, labelOf);
  return t`${words} (written without country code in ${places})`;
}

function listed(
  places: readonly { platform: string }[],
  labelOf: (platform: string) => string,
): string {
  return formatList([...new Set(places.map(({ platform }) => labelOf(platform)))]);
}
