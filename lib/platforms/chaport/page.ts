import type { PageContext } from '../../model/page';
import type { PageAdapter } from '../contract/page';
import { readPageAddress } from './page-address';
import { readHints } from './page-hints';

const hosts: ReadonlySet<string> = new Set(['app.chaport.com', 'app.chaport.ru']);

/**
 * Chaport's operator app: one page with hash routes, `#/chats/{visitor}/{chat}` for a chat. The
 * same host serves the customers' widget below `/widget/`, which is not the helpdesk.
 */
export const chaportPage: PageAdapter = {
  platform: 'chaport',

  recognises(_document, location) {
    return hosts.has(location.hostname) && !/^\/(widget|api|javascripts)\//.test(location.pathname);
  },

  read(document, location) {
    if (isSignedOut(document, location.hash)) return emptyContext('signed-out');
    const chat = readPageAddress(location.hash);
    if (chat === undefined) return emptyContext('none');
    return {
      ...emptyContext('person'),
      ...chat,
      hints: readHints(document, chat.contactId),
      composer: hasComposer(document) ? 'reply' : 'none',
    };
  },
};

function emptyContext(view: PageContext['view']): PageContext {
  return { platform: 'chaport', view, hints: { emails: [], phones: [] }, composer: 'none' };
}

function isSignedOut(document: Document, hash: string): boolean {
  if (/^#\/login(?=[/?#]|$)/.test(hash)) return true;
  const password = document.querySelector('input[name="password"]');
  return password?.closest('form')?.querySelector('input[name="email"]') != null;
}

/**
 * The composer is a textarea or an editable element with a fixed id. Without it the operator has
 * to join the chat first. No other field is taken for it: the panel's notes are a text field too.
 */
function hasComposer(document: Document): boolean {
  const place = document.querySelector('#chat-input');
  if (place === null || place.closest('[hidden]') !== null) return false;
  const editable = 'textarea, [contenteditable]:not([contenteditable="false"])';
  const field = place.matches(editable) ? place : place.querySelector(editable);
  return field !== null && !field.matches(':disabled, [aria-disabled="true"]');
}
