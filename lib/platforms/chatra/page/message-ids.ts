import type { CapturedItem } from '../../../model/page';

const anId = /(?:^|[^0-9A-Za-z])([2-9A-HJ-NP-TW-Za-km-z]{17})$/;

/** The message's id, where an attribute has a value of its form. */
export function readPageId(element: Element): string | undefined {
  for (const name of ['data-id', 'data-message-id', 'data-mid', 'id']) {
    const id = anId.exec(element.getAttribute(name) ?? '')?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}

/** A value that several messages have is not their id. */
export function withUniqueIds(items: CapturedItem[]): CapturedItem[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { pageId } of items) {
    if (pageId !== undefined) (seen.has(pageId) ? repeated : seen).add(pageId);
  }
  if (repeated.size === 0) return items;
  return items.map((item) =>
    repeated.has(item.pageId ?? '') ? { ...item, pageId: undefined } : item,
  );
}
