import type { CapturedItem } from '../../../model/page';
import type { PageAdapter } from '../../contract/page';
import { composerContext } from '../../shared/page/composer';
import { emptyContext } from '../../shared/page/empty-context';
import { Leftovers } from '../../shared/page/leftovers';
import { readChatraChatId } from './address';
import { capturePage } from './capture';
import { findChatraComposer } from './composer';
import { readChatraHints } from './hints';
import { isUnreadable } from './unreadable';

const leftMessages = new Leftovers();

/**
 * Chatra's agent app, `/conversations/{chat id}` on `app.chatra.io` or a sub-domain of it. The
 * widget lives on other hosts. The API has no history, so the conversation on screen is read too.
 */
export const chatraPage: PageAdapter = {
  platform: 'chatra',

  recognises(_document, location) {
    return /^([a-z0-9-]+\.)?app\.chatra\.io$/.test(location.hostname) && !isApi(location.pathname);
  },

  read(document, location) {
    if (document.querySelector('#signin-email') !== null)
      return emptyContext('chatra', 'signed-out');
    const conversationId = readChatraChatId(location.pathname);
    if (conversationId === undefined) return emptyContext('chatra', 'none');
    return {
      ...emptyContext('chatra', 'person'),
      conversationId,
      hints: readChatraHints(document, conversationId),
      ...composerContext(findChatraComposer(document)),
      ...(isUnreadable(document) ? { unreadable: true } : {}),
    };
  },

  composer: findChatraComposer,

  capture(document): CapturedItem[] {
    const chatId = readChatraChatId(document.location.pathname);
    if (chatId === undefined) return [];
    for (const message of document.querySelectorAll('.chat-message')) {
      // The bubble alone: the time beside it ("11 minutes") changes by itself.
      const said = message.querySelector('.chat-bubble')?.textContent ?? '';
      if (leftMessages.has(message, chatId, said)) return [];
    }
    return capturePage(document);
  },
};

function isApi(pathname: string): boolean {
  return /^\/api(\/|$)/.test(pathname);
}
