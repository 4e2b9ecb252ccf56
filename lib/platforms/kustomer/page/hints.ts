import type { PageContext } from '../../../model/page';
import { linkedAddress } from '../../shared/page/hints';

const LONGEST_HINT = 320;

/**
 * Mail address and phone number of the customer, from the page's own links. Kustomer's class names
 * are not documented, so a link counts only when it is the single one of its kind: a second address
 * could be a colleague's or one in a message.
 */
export function readKustomerHints(document: Document): PageContext['hints'] {
  return { emails: onlyTargetOf(document, 'mailto:'), phones: onlyTargetOf(document, 'tel:') };
}

function onlyTargetOf(document: Document, scheme: 'mailto:' | 'tel:'): string[] {
  const values = new Set<string>();
  for (const link of document.querySelectorAll(`a[href^="${scheme}" i]`)) {
    const value = linkedAddress(link, scheme).trim();
    if (value !== '' && value.length <= LONGEST_HINT) values.add(value.toLowerCase());
    if (values.size > 1) return [];
  }
  return [...values];
}
