import type { PageOptions, ShownConversation } from '../page-data';
import { h, icon, userpic } from './dom';
import { outlines } from './icons';
import type { Words } from './words';

/** The panel at the right: who the visitor is, the site's own data, notes, visited pages. */
export function infoPanel(
  shown: ShownConversation,
  options: PageOptions,
  words: Words,
): HTMLElement {
  const { details, custom } = shown;
  const row = rows[options.contactPanel];
  const notes = h('textarea', 'form-input', { rows: '3', placeholder: words.notesPlaceholder });
  notes.value = details.notes ?? '';
  return h(
    'aside',
    'chat-aside',
    {},
    h(
      'div',
      'chat-aside__inner',
      {},
      section(
        userpic(shown.label, 'chat-aside__userpic'),
        options.contactPanel === 'input'
          ? inputRow(words.name, 'text', details.name, outlines.people)
          : h('div', 'chat-aside__name', { dir: 'auto' }, shown.label),
        row(words.email, 'email', details.email, outlines.mail),
        row(words.phone, 'tel', details.phone, outlines.phone),
        shown.place === '' ? undefined : textRow('', '', shown.place, outlines.place),
      ),
      section(h('label', 'form-item', {}, h('span', 'form-item__label', {}, words.notes), notes)),
      options.asideAgent === 'address' ? agentSection() : undefined,
      customSection(custom, words),
      section(
        h('div', 'meta__header', {}, words.pages),
        visited('https://shop.acme.example/boots', 'Boots'),
        visited('https://shop.acme.example/cart', 'Cart'),
      ),
    ),
  );
}

/** The agent in charge: not the visitor, although this address can be the first in the panel. */
function agentSection(): HTMLElement {
  return section(
    h('div', 'meta__header', {}, 'Assigned agent'),
    linkRow('', 'email', 'priya@acme-outdoor.example', outlines.mail),
  );
}

function section(...children: (Node | undefined)[]): HTMLElement {
  return h('div', 'chat-aside__section', {}, h('div', 'meta', {}, ...children));
}

type Row = (
  label: string,
  kind: string,
  value: string | undefined,
  outline: string,
) => HTMLElement | undefined;

const textRow: Row = (_label, _kind, value, outline) =>
  value === undefined
    ? undefined
    : h('div', 'icon-link', {}, icon(outline), h('span', 'icon-link__text', {}, value));

const linkRow: Row = (_label, kind, value, outline) => {
  if (value === undefined) return undefined;
  const href = `${kind === 'email' ? 'mailto' : 'tel'}:${value}`;
  const link = h('a', 'icon-link__text', { href }, value);
  return h('div', 'icon-link', {}, icon(outline), link);
};

const inputRow: Row = (label, kind, value) => {
  const input = h('input', 'form-input', { type: kind });
  input.value = value ?? '';
  return h('label', 'form-item', {}, h('span', 'form-item__label', {}, label), input);
};

const rows: Record<PageOptions['contactPanel'], Row> = {
  text: textRow,
  link: linkRow,
  input: inputRow,
};

/** What the site passed: a heading with the key, and the value in the element after it. */
function customSection(custom: Record<string, string>, words: Words): HTMLElement | undefined {
  const entries = Object.entries(custom);
  if (entries.length === 0) return undefined;
  return section(
    h('div', 'meta__header', {}, words.about),
    ...entries.flatMap(([key, value]) => [
      h('h1', 'meta__key', {}, key),
      h('div', 'meta__value', { dir: 'auto' }, value),
    ]),
  );
}

function visited(href: string, title: string): HTMLElement {
  return h('div', 'path__item', {}, h('a', 'path__link', { href }, title));
}
