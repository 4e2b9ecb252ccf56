import type { PageContext } from '../../../model/page';
import { linkedAddress } from '../../shared/page/hints';
import { statedInFront } from '../../shared/page/in-front';
import { isSaid } from '../../shared/page/said';
import { talkIn } from '../../shared/page/talk';

const LONGEST_HINT = 320;

/** Where the timeline is: customers write there, in e-mails almost anything. */
const timeline = 'main, [role="main"], article';

/**
 * Mail address and phone number of the customer, from the page's own links beside the timeline.
 * Kustomer's class names are not documented, so a link counts only when it is the single one of its
 * kind: a second address could be a colleague's.
 */
export function readKustomerHints(
  document: Document,
  composer: Element | undefined,
): PageContext['hints'] {
  // Where the conversation is not known, anything may be part of it.
  const talk = talkIn(document, composer);
  const isBeside = (link: Element): boolean =>
    link.closest(timeline) === null && talk?.contains(link) === false && !isSaid(link);
  const onlyTarget = (scheme: 'mailto:' | 'tel:'): string[] => {
    const all = [...document.querySelectorAll(`a[href^="${scheme}" i]`)].filter(isBeside);
    const links = statedInFront(all, (link) => link);
    const targets = links.map((link) => linkedAddress(link, scheme).trim().toLowerCase());
    const values = new Set(targets.filter((value) => value !== '' && value.length <= LONGEST_HINT));
    return values.size === 1 ? [...values] : [];
  };
  return { emails: onlyTarget('mailto:'), phones: onlyTarget('tel:') };
}
