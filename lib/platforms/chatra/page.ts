import type { CapturedItem, PageContext } from '../../model/page';
import { composerContext } from '../contract/composer';
import type { PageAdapter } from '../contract/page';
import { capturePage } from './capture-page';
import { findComposer } from './page-composer';
import { readDetails } from './page-hints';
import { Leftovers } from './page-leftover';
import { isUnreadable } from './page-readable';

/** Ids are 17 characters that cannot be mistaken for each other; shorter words are lists. */
const conversation = /^\/conversations\/([2-9A-HJ-NP-TW-Za-km-z]{17})(?=[/?#]|$)/;

const leftMessages = new Leftovers();
const leftDetails = new Leftovers();
const leftNames = new Leftovers();

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
    if (document.querySelector('#signin-email') !== null) return emptyContext('signed-out');
    const conversationId = chatOf(location.pathname);
    if (conversationId === undefined) return emptyContext('none');
    return {
      ...emptyContext('person'),
      conversationId,
      hints: readHints(document, conversationId),
      ...composerContext(findComposer(document)),
      ...(isUnreadable(document) ? { unreadable: true } : {}),
    };
  },

  composer: findComposer,

  capture(document): CapturedItem[] {
    const chatId = chatOf(document.location.pathname);
    if (chatId === undefined) return [];
    for (const message of document.querySelectorAll('.chat-message')) {
      // The bubble alone: the time beside it ("11 minutes") changes by itself.
      const said = message.querySelector('.chat-bubble')?.textContent ?? '';
      if (leftMessages.has(message, chatId, said)) return [];
    }
    return capturePage(document);
  },
};

function emptyContext(view: PageContext['view']): PageContext {
  return { platform: 'chatra', view, hints: { emails: [], phones: [] }, composer: 'none' };
}

function isApi(pathname: string): boolean {
  return /^\/api(\/|$)/.test(pathname);
}

function chatOf(pathname: string): string | undefined {
  return conversation.exec(pathname)?.[1];
}

function readHints(document: Document, chatId: string): PageContext['hints'] {
  const panel = document.querySelector('.chat-aside');
  const found = panel === null ? { emails: [], phones: [] } : readDetails(panel);
  const isLeft = panel !== null && leftDetails.has(panel, chatId, JSON.stringify(found));
  const details = isLeft ? { emails: [], phones: [] } : found;
  return { name: readName(document, chatId), ...details };
}

/** The title over the conversation; a title that is an address is no name. */
function readName(document: Document, chatId: string): string | undefined {
  const title = document.querySelector('.navbar__title-text, .conversation__title');
  const name = title?.textContent?.replace(/\s+/g, ' ').trim().slice(0, 320) ?? '';
  if (title === null || name === '' || name.includes('@')) return undefined;
  return leftNames.has(title, chatId, name) ? undefined : name;
}
