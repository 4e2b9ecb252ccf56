import type { PageContext } from '../../../model/page';

const LONGEST_HINT = 320;

/**
 * Mail address and phone number of the customer, from the page's own links. Kustomer's class names
 * are not documented, so a link counts only when it is the single one of its kind: a second address
 * could be a colleague's or one in a message.
 */
export function readKustomerHints(document: Document): PageContext['hints'] {
  return { emails: onlyTargetOf(document, 'mailto:'), phones: onlyTargetOf(document, 'tel:') };
}

function onlyTargetOf(document: Document, scheme: string): string[] {
  const values = new Set<string>();
  for (const link of document.querySelectorAll(`a[href^="${scheme}" i]`)) {
    const value = targetOf(link, scheme);
    if (value !== '' && value.length <= LONGEST_HINT) values.add(value.toLowerCase());
    if (values.size > 1) return [];
  }
  return [...values];
}

function targetOf(link: Element, scheme: string): string {
  const raw = (link.getAttribute('href') ?? '').slice(scheme.length).split('?')[0] ?? '';
  try {
    return decodeURIComponent(raw).trim();
  } catch {
    return raw.trim();
  }
}
