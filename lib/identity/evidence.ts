import type { Contact, Identifier } from '../model/contact';
import { type ContactRef, contactRef } from '../model/ids';
import type { LinkRow } from '../model/link-decision';
import { type IdentityRules, provingIdentifiers } from './distinctive-identifiers';
import { normaliseEmail } from './email';
import { foldIdentifier } from './fold-identifier';
import { isSpellingOf } from './phone-digits';
import { hintsBetween, type WeakEvidence } from './weak-evidence';

/** How one contact writes an identifier, where the other one writes it differently. */
export interface Spelling {
  /** `contactRef` of the contact that writes it so. */
  ref: ContactRef;
  platform: string;
  written: string;
  difference: 'no-country-code' | 'other-spelling';
}

/** The same identifier on both: enough to join them. */
export interface SharedIdentifier {
  kind: Identifier['kind'];
  /** In normal form. */
  value: string;
  /** Empty when both write it in normal form. */
  spellings: Spelling[];
}

/** Somebody decided so by hand. */
export interface ByHand {
  kind: 'by-hand';
  /** Name of the colleague, where the platform names one. */
  by?: string | undefined;
  /** Epoch ms. */
  at: number;
}

export type Proof = SharedIdentifier | ByHand;
export type Evidence = Proof | WeakEvidence;

/** The evidence between a contact and one other. */
export interface Why {
  /** `contactRef` of the other contact. */
  via: ContactRef;
  evidence: Evidence[];
}

/** What proves that two contacts are one human: identifiers on both, and decisions made by hand. */
export function proofBetween(
  one: Contact,
  other: Contact,
  rules: IdentityRules,
  decision?: LinkRow,
): Proof[] {
  const byHand: ByHand[] =
    decision?.verdict === 'same' ? [{ kind: 'by-hand', by: decision.by, at: decision.at }] : [];
  const others = new Set(provingIdentifiers(other, rules).map(({ key }) => key));
  const shared = provingIdentifiers(one, rules).filter(({ key }) => others.has(key));
  return [
    ...byHand,
    ...shared.map(({ identifier: { kind, value } }) => ({
      kind,
      value,
      spellings: [...spellingsOf(one, kind, value), ...spellingsOf(other, kind, value)],
    })),
  ];
}

/** Everything that suggests that two contacts are one human: proof first, then hints. */
export function evidenceBetween(
  one: Contact,
  other: Contact,
  rules: IdentityRules,
  decision?: LinkRow,
): Evidence[] {
  const hints = hintsBetween(one, other);
  // Contacts that share proof also share a hint: most pairs of a directory have nothing in common.
  if (hints.length === 0 && decision === undefined) return [];
  const proof = proofBetween(one, other, rules, decision);
  const proven = new Set<string>(proof.map((each) => ('value' in each ? each.value : '')));
  return [...proof, ...hints.filter((hint) => !proven.has(hint.value))];
}

/** Whether this evidence is enough to join two contacts. */
export function isProof(evidence: Evidence): evidence is Proof {
  return evidence.kind === 'by-hand' || 'spellings' in evidence;
}

/** Whether this evidence only makes it likely. */
export function isHint(evidence: Evidence): evidence is WeakEvidence {
  return !isProof(evidence);
}

function spellingsOf(contact: Contact, kind: Identifier['kind'], value: string): Spelling[] {
  const written = writtenAs(contact, kind, value);
  if (written === undefined || written === value) return [];
  const isLocal = kind === 'phone' && !/^[^\d+]*(?:\+|00)/.test(written);
  return [
    {
      ref: contactRef(contact),
      platform: contact.platform,
      written,
      difference: isLocal ? 'no-country-code' : 'other-spelling',
    },
  ];
}

function writtenAs(contact: Contact, kind: Identifier['kind'], value: string): string | undefined {
  if (kind === 'external-id') return value;
  if (kind === 'email') {
    return contact.emails.find(
      (email) => normaliseEmail(email) === value && email.trim() !== value,
    );
  }
  const spellings = contact.phones.filter((phone) => isSpellingOf(phone, value));
  const exact = spellings.find((phone) => foldIdentifier(phone).replace(/[^\d+]/g, '') === value);
  return exact === undefined ? spellings[0] : value;
}
