import { h, icon } from './dom';
import { outlines } from './icons';

/** The form of `#/login`. */
export function loginScreen(): HTMLElement {
  return h(
    'main',
    { class: 'login' },
    h(
      'form',
      { class: 'login-form' },
      h('h1', {}, 'Chaport'),
      h('input', { name: 'email', type: 'email', placeholder: 'Email' }),
      h('input', { name: 'password', type: 'password', placeholder: 'Password' }),
      h('input', { type: 'submit', value: 'Log in' }),
    ),
  );
}

/** One page of `#/settings/…`. */
export function settingsScreen(section: string): HTMLElement {
  const title = section.replaceAll('_', ' ');
  return h(
    'main',
    { class: 'settings' },
    h('h1', {}, 'Settings'),
    h('p', {}, title === '' ? 'Choose a section.' : `Section: ${title}`),
    h('textarea', { rows: '4', placeholder: 'Welcome message' }),
  );
}

/** The bar at the left with the app's sections. */
export function rail(section: string): HTMLElement {
  const link = (name: string, outline: string, href: string) =>
    h(
      'a',
      { class: section === name ? 'rail-link active' : 'rail-link', href, title: name },
      icon(outline),
    );
  return h(
    'nav',
    { class: 'rail' },
    h('span', { class: 'rail-logo' }, 'C'),
    link('chats', outlines.chats, '#/chats'),
    link('visitors', outlines.visitors, '#/visitors'),
    link('reports', outlines.reports, '#/reports'),
    link('settings', outlines.settings, '#/settings/installation_code'),
  );
}
