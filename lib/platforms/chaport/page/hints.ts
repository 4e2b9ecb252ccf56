import type { PageContext } from '../../../model/page';
import { isEmail, isPhone } from '../../shared/page/hints';
import { partInFront, statedInFront } from '../../shared/page/in-front';
import { isSaid } from '../../shared/page/said';
import { talkIn } from '../../shared/page/talk';

type Hints = PageContext['hints'];
type Kind = 'name' | 'email' | 'phone';

/** Words in front of a value in the visitor's panel; the app is in the operator's language. */
const labels = new Map<string, Kind>([
  ...words('name', 'name', 'имя', 'nombre', 'nome', 'nom'),
  ...words('email', 'email', 'e-mail', 'mail', 'эл. почта', 'электронная почта', 'почта'),
  ...words('email', 'correo electrónico', 'correo', 'adresse e-mail', 'e-mail-adresse'),
  ...words('phone', 'phone', 'phone number', 'телефон', 'telefon', 'teléfono', 'telefone'),
  ...words('phone', 'téléphone', 'telefonnummer'),
]);

/** What is said in chats, and the list of other people's chats, says nothing reliable about the visitor. */
const elsewhere =
  '#conversations, .chat-list-content, #chat-input, nav, script, style, [class*="message"], [class*="bubble"]';

/**
 * What the visitor's panel says about the person. Its markup is not known, so a value counts only
 * in a field that is made for it, or right after a label that names it; everything else on the
 * page, messages above all, is left alone. Of the conversation itself only fields count.
 */
export function readChaportHints(document: Document, composer: Element | undefined): Hints {
  const own = [...typedFields(document), ...labelledValues(document)].filter(
    ({ element }) => element.closest(elsewhere) === null && !isSaid(element),
  );
  const all = statedInFront(own, ({ element }) => element);
  // Where the conversation is not known, anything may be part of it.
  const talk = talkIn(document, composer);
  const beside = all.filter(({ element }) => talk?.contains(element) === false);
  // In the conversation a customer can write a label and a value, but no field.
  const stated = beside.length > 0 ? beside : all.filter(({ element }) => element.matches('input'));
  const statedAs = (kind: Kind): string | undefined => {
    const fitting = stated.filter((each) => each.kind === kind && fits(kind, each.value));
    if (new Set(fitting.map(({ value }) => value)).size < 2) return fitting[0]?.value;
    const nearest = partInFront(
      fitting.map(({ element }) => element),
      composer,
    );
    return fitting.find(({ element }) => element === nearest)?.value;
  };
  const [email, phone] = [statedAs('email'), statedAs('phone')];
  return {
    name: statedAs('name'),
    emails: email === undefined ? [] : [email],
    phones: phone === undefined ? [] : [phone],
  };
}

interface StatedValue {
  kind: Kind;
  value: string;
  /** The element that holds the value. */
  element: Element;
}

function* typedFields(document: Document): Generator<StatedValue> {
  const fields: [Kind, string][] = [
    ['email', 'input[type="email"], input[name="email"]'],
    ['phone', 'input[type="tel"], input[name="phone"]'],
  ];
  for (const [kind, selector] of fields) {
    for (const input of document.querySelectorAll<HTMLInputElement>(selector)) {
      yield { kind, value: input.value.trim(), element: input };
    }
  }
}

function* labelledValues(document: Document): Generator<StatedValue> {
  const walker = document.createTreeWalker(
    document.body,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && node.matches(elsewhere)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const kind = node.nodeType === Node.TEXT_NODE ? kindOf(node.nodeValue ?? '') : undefined;
    const element = kind === undefined ? undefined : elementAfter(node.parentElement);
    if (kind === undefined || element === undefined) continue;
    const value = element instanceof HTMLInputElement ? element.value : (element.textContent ?? '');
    yield { kind, value: value.trim(), element };
  }
}

function kindOf(text: string): Kind | undefined {
  if (text.length > 40) return undefined;
  return labels.get(
    text
      .trim()
      .replace(/(?<!\s)\s*[:：]$/, '')
      .toLowerCase(),
  );
}

/** Where a label's value is: the field it is for, or what follows it directly. */
function elementAfter(label: Element | null): Element | undefined {
  if (label === null) return undefined;
  const target = label.getAttribute('for');
  const named = target === null ? null : label.ownerDocument.getElementById(target);
  const element = named ?? label.querySelector('input') ?? label.nextElementSibling;
  if (element === null || element.matches(elsewhere)) return undefined;
  return element.matches('input') ? element : (element.querySelector('input') ?? element);
}

function fits(kind: Kind, text: string): boolean {
  if (kind === 'email') return isEmail(text);
  if (kind === 'phone') return isPhone(text);
  // "+ Add name" is what the panel shows for a nameless visitor; "Visitor #12" is invented as well.
  return text !== '' && text.length <= 120 && !/^\+|[\n@]|[#№] ?\d+$/.test(text);
}

function words(kind: Kind, ...list: string[]): [string, Kind][] {
  return list.map((word) => [word, kind]);
}
