import { isSameName } from '../../identity/person-name';
import type { Contact } from '../../model/contact';
import { fold } from '../../text/fold';

/** Two visitors of one account whom nothing shows to be the same person: other names, or made-up ones. */
export function isAnotherVisitor(one: Contact, other: Contact): boolean {
  if (one.connectionId !== other.connectionId || one.id === other.id) return false;
  if (isNameless(one) || isNameless(other)) return true;
  // A title that is an address belongs to a visitor who gave that address and no name.
  if (one.name === undefined || other.name === undefined) return false;
  const words = new Set(wordsOf(one.name));
  return !isSameName(one.name, other.name) && !wordsOf(other.name).some((word) => words.has(word));
}

/** A made-up name stays in what is stored after the visitor has given a real one. */
function isNameless({ name, placeholderName }: Contact): boolean {
  return name === undefined && placeholderName !== undefined;
}

function wordsOf(name: string): string[] {
  return fold(name).match(/[\p{L}\p{M}]{2,}/gu) ?? [];
}
