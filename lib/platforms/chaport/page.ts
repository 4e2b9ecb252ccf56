import type { PageContext } from '../../model/page';
import { composerContext } from '../contract/composer';
import type { PageAdapter } from '../contract/page';
import { findComposer } from './page-composer';
import { readHints } from './page-hints';

const hosts: ReadonlySet<string> = new Set(['app.chaport.com', 'app.chaport.ru']);
const visitorId = /^([0-9a-f]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

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
    const chat = readRoute(location.hash);
    if (chat === undefined) return emptyContext('none');
    return {
      ...emptyContext('person'),
      ...chat,
      hints: readHints(document, chat.contactId),
      ...composerContext(findComposer(document)),
    };
  },

  composer: findComposer,
};

function emptyContext(view: PageContext['view']): PageContext {
  return { platform: 'chaport', view, hints: { emails: [], phones: [] }, composer: 'none' };
}

/**
 * The visitor's id is a UUID in the only address ever seen and 24 hexadecimal characters in the
 * API; a segment of another form counts only when a chat's number follows.
 */
function readRoute(hash: string): { contactId: string; conversationId?: string } | undefined {
  const match = /^#\/chats\/([^/?#]+)(?:\/(\d{1,20}))?(?=[/?#]|$)/.exec(hash);
  const contactId = decode(match?.[1] ?? '');
  const conversationId = match?.[2];
  if (contactId === '' || contactId.length > 512) return undefined;
  if (conversationId !== undefined) return { contactId, conversationId };
  return visitorId.test(contactId) ? { contactId } : undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function isSignedOut(document: Document, hash: string): boolean {
  if (/^#\/login(?=[/?#]|$)/.test(hash)) return true;
  const password = document.querySelector('input[name="password"]');
  return password?.closest('form')?.querySelector('input[name="email"]') != null;
}
