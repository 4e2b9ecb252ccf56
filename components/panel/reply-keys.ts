import { browser } from 'wxt/browser';
import { isShortcut } from '../../lib/model/shortcut';

/**
 * Calls `onKeys` when the keys for the canned responses are pressed in the panel itself. In a browser where
 * these keys open the picker above the helpdesk page, that page does not have the focus then. Returns how to
 * stop.
 */
export function watchReplyKeys(onKeys: () => void): () => void {
  const isMac = /mac/i.test(navigator.userAgent);
  let shortcut = '';
  void browser.commands.getAll().then((commands) => {
    shortcut = commands[0]?.shortcut ?? '';
  });
  const listener = (event: KeyboardEvent): void => {
    if (isShortcut(event, shortcut, isMac)) onKeys();
  };
  window.addEventListener('keydown', listener);
  return () => window.removeEventListener('keydown', listener);
}
