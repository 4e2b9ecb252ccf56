import type { PageAdapter } from '../../contract/page';
import { composerContext } from '../../shared/page/composer';
import { emptyContext } from '../../shared/page/empty-context';
import { isInFront } from '../../shared/page/in-front';
import { isSaid } from '../../shared/page/said';
import { talkContent } from '../../shared/page/talk';
import { readChaportPageAddress } from './address';
import { findChaportComposer } from './composer';
import { readChaportHints } from './hints';

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
    if (isSignedOut(document, location.hash)) return emptyContext('chaport', 'signed-out');
    const chat = readChaportPageAddress(location.hash);
    if (chat === undefined) return emptyContext('chaport', 'none');
    const composer = findChaportComposer(document);
    return {
      ...emptyContext('chaport', 'person'),
      ...chat,
      hints: readChaportHints(document, composer?.element),
      ...composerContext(composer),
    };
  },

  paneContent(document) {
    return talkContent(document, findChaportComposer(document)?.element);
  },

  composer: findChaportComposer,
};

function isSignedOut(document: Document, hash: string): boolean {
  if (/^#\/login(?=[/?#]|$)/.test(hash)) return true;
  // A person who is signed out has nothing to write in.
  if (findChaportComposer(document)?.element !== undefined) return false;
  const passwords = [...document.querySelectorAll('input[name="password"]')];
  return passwords.some(
    (password) =>
      password.closest('form')?.querySelector('input[name="email"]') != null &&
      !isSaid(password) &&
      isInFront(password),
  );
}
