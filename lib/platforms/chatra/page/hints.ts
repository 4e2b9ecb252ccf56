import type { PageContext } from '../../../model/page';
import { isEmail, isPhone, linkedAddress } from '../../shared/page/hints';
import { isDrawn, partInFront } from '../../shared/page/in-front';

type Kind = 'email' | 'phone';

/** Addresses in what the visitor looked at, or in notes, are not the visitor's. */
const elsewhere = '.path__item, textarea, script, style, [contenteditable]';

/** Messages, and lists of other people. */
const said = '.chat-message, .chat-date-block, .nav';

/** Words above a part of the panel, or above one value, that is about the team. */
const ofTheTeam =
  /agent|operator|assign|manager|owner|team|colleague|zust[äa]ndig|bearbeiter|mitarbeiter|агент|оператор|ответствен|менеджер|agente|asignad|atendente|équipe|responsable/i;

/** Words above a value that is an address of the person whom the panel is about. */
const ofTheVisitor: Readonly<Record<Kind, RegExp>> = {
  email: /mail|почт|correo|courriel|メール|邮|郵/i,
  phone: /phone|tel|mobil|тел|номер|電話|电话/i,
};

/** Whom the pane in front names. */
export function readChatraHints(
  document: Document,
  composer: Element | undefined,
): PageContext['hints'] {
  const own = (selector: string): Element[] =>
    [...document.querySelectorAll(selector)].filter((part) => part.closest(said) === null);
  const title = partInFront(own('.navbar__title-text, .conversation__title'), composer);
  const panel = partInFront(own('.chat-aside'), composer ?? title);
  return {
    name: nameIn(title),
    emails: panel === undefined ? [] : onlyOne(panel, 'email'),
    phones: panel === undefined ? [] : onlyOne(panel, 'phone'),
  };
}

/** The title over the conversation; a title that is an address is no name. */
function nameIn(title: Element | undefined): string | undefined {
  const name = title?.textContent?.replace(/\s+/g, ' ').trim().slice(0, 320) ?? '';
  return name === '' || name.includes('@') ? undefined : name;
}

/**
 * The visitor's e-mail or phone in the info panel. Where they are in it is not known, so they are
 * recognised by their form: fields made for it decide alone, also when they are empty; else links and
 * texts that consist of nothing else. Several different ones cannot all be the visitor's, and what is
 * under a word for the team, or under a name that the site chose, may be anybody's: then none is used.
 */
function onlyOne(panel: Element, kind: Kind): string[] {
  const made = fieldsFor(panel, kind);
  const values = made.length > 0 ? made : statedIn(panel, kind);
  const found = new Set(
    values.map((value) => value.trim()).filter((value) => isWhole(value, kind)),
  );
  return found.size === 1 ? [...found] : [];
}

function fieldsFor(panel: Element, kind: Kind): string[] {
  const type = kind === 'email' ? 'email' : 'tel';
  const made = `input[type="${type}"], input[name*="${kind}" i], input[autocomplete="${type}"]`;
  return [...panel.querySelectorAll<HTMLInputElement>(made)]
    .filter((input) => isVisitors(input, panel, kind))
    .map((input) => input.value);
}

function statedIn(panel: Element, kind: Kind): string[] {
  const scheme = kind === 'email' ? 'mailto:' : 'tel:';
  const linked = `a[href^="${scheme}" i]`;
  const links = [...panel.querySelectorAll(linked)].map(
    (link) => [link, linkedAddress(link, scheme)] as const,
  );
  const fields = [...panel.querySelectorAll('input')].map((input) => [input, input.value] as const);
  const texts = [...panel.querySelectorAll('*')]
    // What a link leads to counts, not what it says.
    .filter((element) => element.closest(linked) === null)
    .flatMap((element) => ownTexts(element).map((text) => [element, text] as const));
  const spoken = [...fields, ...texts].filter(([, value]) => speaksForItself(value, kind));
  return [...links, ...spoken].flatMap(([element, value]) =>
    isVisitors(element, panel, kind) ? value : [],
  );
}

function ownTexts({ childNodes }: Element): string[] {
  return [...childNodes].flatMap((node) =>
    node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : [],
  );
}

/** Whether nothing suggests that a value in the panel is somebody else's. */
function isVisitors(element: Element, panel: Element, kind: Kind): boolean {
  if (element.closest(elsewhere) !== null || !isDrawn(element)) return false;
  const around = element.closest('[class]:not(.chat-aside)');
  if (around !== null && panel.contains(around) && ofTheTeam.test(around.className)) return false;
  const heading = headingOver(element, panel);
  const words = heading?.textContent ?? '';
  if (ofTheTeam.test(words)) return false;
  // Data of the site is under a name that the site chose (README.md#page).
  const isChosenName =
    heading?.matches('h1') === true && heading === element.previousElementSibling;
  return !isChosenName || ofTheVisitor[kind].test(words);
}

const headings = 'h1, h2, h3, h4, h5, h6, dt, legend, .meta__header, .form-item__label';

/** The heading or label above a value: the last before it, in the same part of the panel. */
function headingOver(element: Element, panel: Element): Element | undefined {
  const before = [...panel.querySelectorAll(headings)].findLast(
    (heading) => heading.compareDocumentPosition(element) === Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const part = before?.closest('.chat-aside__section, section, fieldset');
  return part == null || part.contains(element) || !panel.contains(part) ? before : undefined;
}

/** Any run of digits may be an order number; one with a plus in front is a phone. */
function speaksForItself(value: string, kind: Kind): boolean {
  const text = value.trim();
  return isWhole(text, kind) && (kind === 'email' || text.startsWith('+'));
}

function isWhole(text: string, kind: Kind): boolean {
  return kind === 'email' ? isEmail(text) : isPhone(text);
}
