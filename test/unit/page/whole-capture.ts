import type { CapturedItem } from '../../../lib/model/page';
import type { PageAdapter } from '../../../lib/platforms/contract/page';

/** What is captured of this page, however long reading it takes; `undefined` where nothing ever is. */
export function wholeCapture(page: PageAdapter): CapturedItem[] | undefined {
  const items = page.capture?.(document, Number.POSITIVE_INFINITY);
  if (items === 'unread') throw new Error('not read to its end');
  return items;
}
