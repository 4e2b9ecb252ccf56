import { expect } from '@playwright/test';
import type { Firefox, PageWindow, Place } from '../../browser/firefox/firefox';

/** Finds what can be clicked in a page of the extension by its accessible name. Runs in the page. */
export function named(page: PageWindow, name: string): HTMLElement | undefined {
  const selector = 'button, a, input, textarea, [role="option"]';
  const nameOf = (each: HTMLElement) =>
    each.getAttribute('aria-label') ?? each.innerText.replace(/\s*\n\s*\/$/, '').trim();
  return [...page.document.querySelectorAll<HTMLElement>(selector)].find(
    (each) => nameOf(each) === name && each.checkVisibility(),
  );
}

/** Has the panel shown, as the browser's own menu does; one that is there stays. */
export async function showPanel(firefox: Firefox): Promise<void> {
  await firefox.browser(
    `const find = () => [...SidebarController.sidebars.keys()].find((key) => key.includes('deskside'));
     while (find() === undefined) await new Promise((resolve) => window.requestAnimationFrame(resolve));
     await SidebarController.show(find());`,
  );
  await expect.poll(() => firefox.has('panel')).toBe(true);
}

/** What stands in a document; empty while it is not there. */
export function textOf(firefox: Firefox, place: Place): Promise<string> {
  return firefox.in(place, (page) => page.document.body.innerText).catch(() => '');
}

/** Waits until a document shows these words. */
export async function expectText(
  firefox: Firefox,
  place: Place,
  words: string | RegExp,
): Promise<void> {
  const pattern =
    typeof words === 'string' ? new RegExp(words.replace(/[.\\^$*+?()[\]{}|]/g, '\\$&')) : words;
  await expect.poll(() => textOf(firefox, place)).toMatch(pattern);
}

/** Whether a document has the keyboard, in the field with this name where one is given. */
export function isTypedInto(firefox: Firefox, place: Place, field?: string): Promise<boolean> {
  const ask = (page: PageWindow, name: string | null) => {
    const { activeElement } = page.document;
    const isThere = name === null || activeElement?.getAttribute('aria-label') === name;
    return page.document.hasFocus() && isThere;
  };
  return firefox.in(place, ask, field ?? null).catch(() => false);
}
