import { h } from './dom';

/** The sign-in form. */
export function signInScreen(): HTMLElement {
  return h(
    'main',
    'signin',
    {},
    h(
      'form',
      'signin__form',
      {},
      h('div', 'signin__title', {}, 'Chatra'),
      h('input', 'form-input', { id: 'signin-email', type: 'email', placeholder: 'E-mail' }),
      h('input', 'form-input', {
        id: 'signin-password',
        type: 'password',
        placeholder: 'Password',
        autocomplete: 'current-password',
      }),
      h('button', 'button test-button-signin-submit', { type: 'submit' }, 'Sign in'),
    ),
  );
}

/** Any settings page; its text field is no composer. */
export function settingsScreen(): HTMLElement {
  return h(
    'main',
    'settings',
    {},
    h('div', 'navbar__title', {}, h('span', 'navbar__title-text', {}, 'Settings')),
    h('p', '', {}, 'API keys and preferences of the account.'),
    h('textarea', 'form-input', { rows: '3', placeholder: 'Welcome message' }),
  );
}
