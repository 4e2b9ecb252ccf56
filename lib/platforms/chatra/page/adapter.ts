import type { CapturedItem } from '../../../model/page';
import type { PageAdapter } from '../../contract/page';
import { composerContext } from '../../shared/page/composer';
import { emptyContext } from '../../shared/page/empty-context';
import { hasLayout, isInFront, scrollAreaOf } from '../../shared/page/in-front';
import { readChatraChatId } from './address';
import { type CapturedPage, captureSteps, longestCapture, readItem } from './capture';
import { findChatraComposer } from './composer';
import { readChatraHints } from './hints';
import { telltaleMessages } from './messages';
import { OnceRead } from './once-read';
import { ReadingInSteps } from './reading-in-steps';
import { SeenStretch } from './seen-stretch';
import { isUnreadable } from './unreadable';
import { readWalkableList } from './walkable-list';

const seenStretch = new SeenStretch();

const told = new OnceRead<string | undefined>();

const captured = new ReadingInSteps((document) => captureSteps(document, longestCapture));

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
    if (isSignedOut(document)) return emptyContext('chatra', 'signed-out');
    const conversationId = readChatraChatId(location.pathname);
    if (conversationId === undefined) return emptyContext('chatra', 'none');
    const composer = findChatraComposer(document);
    return {
      ...emptyContext('chatra', 'person'),
      conversationId,
      hints: readChatraHints(document, composer?.element),
      ...composerContext(composer),
      ...(isUnreadable(document) ? { unreadable: true } : {}),
    };
  },

  paneContent(document) {
    const content = telltaleMessages(document).flatMap(
      // Without author and time: "11 minutes" changes by itself.
      (each) => told.of(each, '', () => JSON.stringify(readItem(each, {}, undefined))) ?? [],
    );
    return { content, isExact: true };
  },

  composer: findChatraComposer,

  walkable: readWalkableList,

  capture(document, budget) {
    const conversationId = readChatraChatId(document.location.pathname);
    if (conversationId === undefined) return [];
    const page = captured.within(document, budget);
    return page === undefined ? 'unread' : (placed(page, conversationId) ?? page.items);
  },
};

/** The items, with those that the same list showed before; `undefined` where nothing shows their places. */
function placed(page: CapturedPage, conversationId: string): CapturedItem[] | undefined {
  const { items, elements } = page;
  const [first, last] = [elements[0], elements.at(-1)];
  if (first === undefined || last === undefined || !hasLayout(first)) return undefined;
  const area = scrollAreaOf(first);
  if (area === undefined) return undefined;
  const start = area.getBoundingClientRect().top - area.scrollTop;
  const tops = elements.map((element) => element.getBoundingClientRect().top - start);
  const drawn = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
  if (tops.some((top, index) => top < (tops[index - 1] ?? top))) return undefined;
  const shown = items.map((item, index) => ({ top: tops[index] ?? 0, item }));
  return seenStretch.add({ conversationId, height: area.scrollHeight, drawn }, shown);
}

function isSignedOut(document: Document): boolean {
  return [...document.querySelectorAll('#signin-email')].some(
    (field) => field.closest('.chat-message, .chat-aside') === null && isInFront(field),
  );
}

function isApi(pathname: string): boolean {
  return /^\/api(\/|$)/.test(pathname);
}
