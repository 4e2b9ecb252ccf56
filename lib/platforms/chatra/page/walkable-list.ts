import type { WalkableList } from '../../contract/page';
import { isDrawn, scrollAreaOf } from '../../shared/page/in-front';
import { captureSteps } from './capture';
import { ReadingInSteps } from './reading-in-steps';

const startMark = '.chat-message--first';

const reading = new ReadingInSteps((document) => captureSteps(document, Number.POSITIVE_INFINITY));

/**
 * The list of messages in front and what scrolls it; `unread` where reading it took longer than `budget`
 * ms: the next call reads on. Of areas within one another the nearest that has something to scroll to is
 * meant, else the page.
 */
export function readWalkableList(
  document: Document,
  budget: number,
): WalkableList | 'unread' | undefined {
  const page = reading.within(document, budget);
  if (page === undefined) return 'unread';
  const { elements, items } = page;
  const [oldest] = elements;
  const area = oldest && scrollerOf(oldest);
  if (oldest === undefined || area === undefined) return undefined;
  const rows = elements.flatMap((element, index) => {
    const item = items[index];
    return item === undefined ? [] : { element, item };
  });
  // The name's meaning is not certain (README.md#page): where several have it, it marks something else.
  const marked = elements.filter((element) => element.matches(startMark));
  const loaders = [...document.querySelectorAll('.chat-message-loader')];
  return {
    area,
    rows,
    isLoading: loaders.some((loader) => area.parentElement?.contains(loader) && isDrawn(loader)),
    hasStart: marked.length === 1 && marked[0] === oldest,
  };
}

function scrollerOf(element: Element): Element | undefined {
  const nearest = scrollAreaOf(element);
  for (let area = nearest; area !== undefined; area = scrollAreaOf(area)) {
    if (area.scrollHeight > area.clientHeight + 1) return area;
  }
  const page = element.ownerDocument.scrollingElement;
  const doesPageScroll = page !== null && page.scrollHeight > page.clientHeight + 1;
  return doesPageScroll ? page : (nearest ?? page ?? undefined);
}
