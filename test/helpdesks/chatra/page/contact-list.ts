import type { ListedContact } from '../page-data';
import { h, icon, userpic } from './dom';
import { outlines } from './icons';
import { howLongAgo } from './times';
import type { Words } from './words';

/** The narrow bar with the app's sections. */
export function superNav(): HTMLElement {
  const item = (outline: string, active: boolean) =>
    h('div', `super-nav__item ${active ? 'is-active' : ''}`, {}, icon(outline));
  return h(
    'nav',
    'super-nav-section',
    {},
    h('div', 'super-nav__logo', {}, icon(outlines.chat)),
    item(outlines.chat, true),
    item(outlines.people, false),
    item(outlines.chart, false),
    item(outlines.gear, false),
  );
}

/** The list of contacts at the left. */
export function contactList(
  contacts: ListedContact[],
  openChatId: string | undefined,
  words: Words,
  open: (chatId: string) => void,
): HTMLElement {
  const items = contacts.map((contact) => {
    const item = contactItem(contact, contact.chatId === openChatId, words);
    item.addEventListener('click', () => open(contact.chatId));
    return item;
  });
  return h(
    'aside',
    'nav',
    {},
    h(
      'header',
      'superbutton',
      {},
      h('span', 'superbutton__title-text', {}, words.conversations),
      h('span', 'count', {}, String(contacts.length)),
    ),
    h('div', 'nav__list', {}, ...items),
  );
}

function contactItem(contact: ListedContact, active: boolean, words: Words): HTMLElement {
  const state = `${active ? 'is-active' : ''} ${contact.unread ? 'is-unread' : ''}`;
  return h(
    'div',
    `nav-item js-contact ${state}`,
    { role: 'link', tabindex: '0' },
    userpic(contact.label, 'nav-item__userpic'),
    h(
      'div',
      'nav-item__inner',
      {},
      h('div', 'nav-item__title', { dir: 'auto' }, contact.label),
      h(
        'div',
        'nav-item__last-message-text',
        { dir: 'auto' },
        contact.mine ? h('span', 'nav-item__accent', {}, words.you) : undefined,
        contact.preview,
      ),
      h(
        'div',
        'nav-item__footer',
        {},
        h('span', 'nav-item__place', {}, contact.place),
        h('span', 'nav-item__last-message-time', {}, howLongAgo(contact.at, words.locale)),
      ),
    ),
  );
}
