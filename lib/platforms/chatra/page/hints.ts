import type { PageContext } from '../../../model/page';
import { isEmail, isPhone, linkedAddress } from '../../shared/page/hints';
import { Leftovers } from '../../shared/page/leftovers';

type Kind = 'email' | 'phone';

/** Addresses that stand in what the visitor looked at, or in notes, are not the visitor's. */
const elsewhere = '.path__item, textarea, script, style';

/**
 * E-mail and phone in the info panel. Where they stand in it is not known, so they are told by what
 * they are: a field or link made for them counts first, then any text that is wholly one. Several
 * different ones of equal standing cannot all be the visitor's, so then none is taken.
 */
function readDetails(panel: Element): { emails: string[]; phones: string[] } {
  return { emails: readKind(panel, 'email'), phones: readKind(panel, 'phone') };
}

function readKind(panel: Element, kind: Kind): string[] {
  for (const read of [fromFields, fromLinks, fromText]) {
    const found = new Set(
      read(panel, kind)
        .map((value) => value.trim())
        .filter((value) => isWhole(value, kind)),
    );
    if (found.size > 0) return found.size === 1 ? [...found] : [];
  }
  return [];
}

/** Fields made for it; else fields that happen to hold an address, or a number with a plus. */
function fromFields(panel: Element, kind: Kind): string[] {
  const type = kind === 'email' ? 'email' : 'tel';
  const made = `input[type="${type}"], input[name*="${kind}" i], input[autocomplete="${type}"]`;
  const values = (selector: string) =>
    [...panel.querySelectorAll<HTMLInputElement>(selector)].map((input) => input.value);
  const own = values(made).filter((value) => value.trim() !== '');
  return own.length > 0 ? own : values('input').filter((value) => speaksForItself(value, kind));
}

function fromLinks(panel: Element, kind: Kind): string[] {
  const scheme = kind === 'email' ? 'mailto:' : 'tel:';
  return [...panel.querySelectorAll(`a[href^="${scheme}" i]`)]
    .filter((link) => link.closest(elsewhere) === null)
    .map((link) => linkedAddress(link, scheme));
}

function fromText(panel: Element, kind: Kind): string[] {
  const walker = panel.ownerDocument.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const value = node.nodeValue ?? '';
    if (!speaksForItself(value, kind)) continue;
    if (node.parentElement?.closest(elsewhere) === null) found.push(value);
  }
  return found;
}

/** Any run of digits may be an order number; one with a plus in front is a phone. */
function speaksForItself(value: string, kind: Kind): boolean {
  const text = value.trim();
  return isWhole(text, kind) && (kind === 'email' || text.startsWith('+'));
}

function isWhole(text: string, kind: Kind): boolean {
  return kind === 'email' ? isEmail(text) : isPhone(text);
}

const leftDetails = new Leftovers();
const leftNames = new Leftovers();

/** Whom the page names, without what is left of the conversation before. */
export function readChatraHints(document: Document, chatId: string): PageContext['hints'] {
  const panel = document.querySelector('.chat-aside');
  const found = panel === null ? { emails: [], phones: [] } : readDetails(panel);
  const isLeft = panel !== null && leftDetails.has(panel, chatId, JSON.stringify(found));
  const details = isLeft ? { emails: [], phones: [] } : found;
  return { name: readName(document, chatId), ...details };
}

/** The title over the conversation; a title that is an address is no name. */
function readName(document: Document, chatId: string): string | undefined {
  const title = document.querySelector('.navbar__title-text, .conversation__title');
  const name = title?.textContent?.replace(/\s+/g, ' ').trim().slice(0, 320) ?? '';
  if (title === null || name === '' || name.includes('@')) return undefined;
  return leftNames.has(title, chatId, name) ? undefined : name;
}
