import { t } from '@lingui/core/macro';
import { contactTitle, linkWords } from '../../../lib/identity/decision-words';
import type { Contact } from '../../../lib/model/contact';
import { type ContactRef, contactRef } from '../../../lib/model/ids';
import type { LinkRow } from '../../../lib/model/link-decision';
import type { DecisionWithContacts } from '../../../lib/storage/people-queries';
import { formatList } from '../../../lib/text/format-list';
import { withAside } from '../../../lib/text/join-words';
import { unstoredTitle } from './DecisionList';

/** What was decided about a person's records, and what is needed to put it into words. */
export interface DecisionsFile {
  contacts: readonly Contact[];
  decisions: readonly DecisionWithContacts[];
  /** The name of a connection's platform. */
  labelOf(connectionId: string): string;
  /** Epoch ms. */
  now: number;
}

/** A sentence for each decision: which records it is about, as a reader knows them, by whom and when. */
export function pageDecisions(file: DecisionsFile): string[] {
  const nameOf = recordNames(file);
  return file.decisions.map(({ link }) => decisionWords(link, nameOf, file.now));
}

/**
 * A record's name with its platform, and with its id if another record has the same name; only of known
 * records.
 */
function recordNames(file: DecisionsFile): (ref: ContactRef) => string | undefined {
  const { contacts, decisions, labelOf } = file;
  const decided = decisions.flatMap(({ a, b }) => [a, b]).filter((each) => each !== undefined);
  const known = new Map([...contacts, ...decided].map((each) => [contactRef(each), each]));
  const called = (contact: Contact) => {
    const title = contactTitle(contact);
    const label = labelOf(contact.connectionId);
    return t`${title} in ${label}`;
  };
  const all = [...known.values()].map(called);
  return (ref) => {
    const contact = known.get(ref);
    if (contact === undefined) return undefined;
    const words = called(contact);
    const isOnlyOne = all.filter((each) => each === words).length === 1;
    return isOnlyOne ? words : withAside(words, contact.id);
  };
}

/** A decision that separates somebody from a person names all of the person's records, as far as known. */
function decisionWords(
  link: LinkRow,
  nameOf: (ref: ContactRef) => string | undefined,
  now: number,
): string {
  const side = (ref: ContactRef) => {
    const further = link.person?.includes(ref) === true ? link.person : [];
    const others = further.filter((each) => each !== ref).map(nameOf);
    const known = others.filter((name) => name !== undefined);
    return formatList([...new Set([nameOf(ref) ?? unstoredTitle(ref), ...known])]);
  };
  const [a, b] = [side(link.a), side(link.b)];
  const words = linkWords(link, now);
  return t`${a} and ${b}: ${words}`;
}
