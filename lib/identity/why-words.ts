import type { Contact } from '../model/contact';
import { contactRef } from '../model/ids';
import type { LinkRow } from '../model/link';
import { linkWords } from './decision-words';
import { effectiveDecisions, pairKey } from './decisions';
import type { IdentityRules } from './distinctive-identifiers';
import { type Evidence, evidenceBetween, isProof, type Spelling } from './evidence';

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
 * before hints, e.g. "same e-mail address as in Acme". Hints stay unsaid beside proof. Empty when
 * nothing stored speaks for it.
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

const names: Readonly<Record<Exclude<Evidence['kind'], 'by-hand'>, string>> = {
  email: 'same e-mail address as',
  phone: 'same phone number as',
  'external-id': 'same id of another system as',
  'same-name': 'same name as',
  'same-company': 'same company as',
  'same-location': 'same place as',
  'same-local-number': 'same phone number but for the country code as',
  'shared-email': 'an address that many may use, as',
  'shared-phone': 'a number that many may use, as',
  'shared-external-id': 'an id that many may carry, as',
};

function phrase(contact: Contact, { evidence, with: others }: Shared, setting: WhySetting): string {
  if (evidence.kind === 'by-hand') {
    return linkWords({ verdict: 'same', by: evidence.by, at: evidence.at }, setting.now);
  }
  const where = whereWords(contact, others, setting);
  const words = `${names[evidence.kind]} ${where}`;
  if (!('spellings' in evidence)) return words;
  return words + spellingWords(evidence.spellings, where, setting);
}

/** "in Acme and Umbrella"; "another record in Acme". */
function whereWords(contact: Contact, others: readonly Contact[], { labelOf }: WhySetting): string {
  const elsewhere = others.filter(({ platform }) => platform !== contact.platform);
  if (elsewhere.length === 0) return `another record in ${labelOf(contact.platform)}`;
  return `in ${listed(elsewhere.map(({ platform }) => labelOf(platform)))}`;
}

function spellingWords(
  spellings: readonly Spelling[],
  where: string,
  { labelOf }: WhySetting,
): string {
  const bare = spellings.filter(({ difference }) => difference === 'no-country-code');
  if (bare.length === 0) return '';
  const bareIn = `in ${listed(bare.map(({ platform }) => labelOf(platform)))}`;
  return bareIn === where
    ? ', written there without country code'
    : `, written without country code ${bareIn}`;
}

function listed(words: readonly string[]): string {
  return [...new Set(words)].join(' and ');
}
