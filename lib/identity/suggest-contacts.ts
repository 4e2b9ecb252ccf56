import type { Contact } from '../model/contact';
import { contactRef } from '../model/ids';
import type { IdentityRules } from './distinctive-identifiers';
import { evidenceBetween, isHint, isProof, type Why } from './evidence';
import { isWorthAsking } from './hints';
import type { AreApart } from './join-contacts';

/** A contact that may be the person. */
export interface Suggestion {
  contact: Contact;
  /** What makes it likely, beside which member; strongest first. */
  why: Why[];
}

/** As many as somebody reads. */
const MOST_SUGGESTIONS = 8;

/** A name that more contacts have is a frequent one. */
const MOST_NAMESAKES = 4;

/**
 * Who may be the person, best first: those whose evidence did not suffice, and those whom a person
 * took out without saying that they are somebody else.
 */
export function suggestContacts(
  members: readonly Contact[],
  others: readonly Contact[],
  rules: IdentityRules,
  areApart: AreApart,
): Suggestion[] {
  const suggestions = others
    .filter((contact) => !isRuledOut(contact, members, areApart))
    .map((contact) => ({ contact, why: whyLikely(contact, members, rules) }))
    .filter(({ why }) => why.length > 0);
  const byNameOnly = suggestions.filter(({ why }) => isOnlyName(why));
  const kept =
    byNameOnly.length > MOST_NAMESAKES
      ? suggestions.filter((each) => !byNameOnly.includes(each))
      : suggestions;
  return kept.sort(bestFirst).slice(0, MOST_SUGGESTIONS);
}

function isRuledOut(contact: Contact, members: readonly Contact[], areApart: AreApart): boolean {
  return members.some((member) => {
    const apart = areApart(contactRef(member), contactRef(contact));
    if (apart === undefined) return false;
    return apart.kind === 'different-ids' || apart.decision.verdict === 'different';
  });
}

function whyLikely(contact: Contact, members: readonly Contact[], rules: IdentityRules): Why[] {
  return members
    .map((member) => ({
      via: contactRef(member),
      evidence: evidenceBetween(contact, member, rules),
    }))
    .filter(({ evidence }) => evidence.some(isProof) || isWorthAsking(evidence.filter(isHint)))
    .sort((a, b) => weight(b) - weight(a));
}

function weight({ evidence }: Why): number {
  return evidence.reduce((sum, each) => sum + (isProof(each) ? 10 : 1), 0);
}

function isOnlyName(why: readonly Why[]): boolean {
  return why.every(({ evidence }) => evidence.every(({ kind }) => kind === 'same-name'));
}

function bestFirst(one: Suggestion, other: Suggestion): number {
  const total = ({ why }: Suggestion) => Math.max(...why.map(weight));
  const order = total(other) - total(one);
  if (order !== 0) return order;
  return contactRef(one.contact) < contactRef(other.contact) ? -1 : 1;
}
