import { expect } from '@playwright/test';
import type { Firefox } from '../../browser/firefox/firefox';

/** Makes the panel so wide (px) and tells what does not fit: what scrolls sideways or is cut off. */
export async function cutOffAt(firefox: Firefox, width: number): Promise<string[]> {
  await firefox.browser(
    `const box = document.getElementById('sidebar-box');
     box.style.minWidth = box.style.maxWidth = box.style.width = args[0] + 'px';`,
    width,
  );
  const difference = (page: Window, wanted: number) => Math.abs(page.innerWidth - wanted);
  await expect.poll(() => firefox.in('panel', difference, width)).toBeLessThan(20);
  return firefox.in('panel', (page) => {
    const { documentElement, body } = page.document;
    const all = [documentElement, ...body.querySelectorAll<HTMLElement>('*')];
    const told = (element: Element) =>
      `<${element.localName}> ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}`;
    return all
      .filter((element) => element.checkVisibility() && element.clientWidth > 1)
      .filter((element) => {
        const { overflowX, textOverflow, display } = page.getComputedStyle(element);
        const isBeyond = element.getBoundingClientRect().right > page.innerWidth + 0.5;
        const hidesMore = element.scrollWidth > element.clientWidth + 1 && display !== 'inline';
        const isShortened = textOverflow === 'ellipsis' || overflowX === 'visible';
        return isBeyond || (hidesMore && !isShortened);
      })
      .map(told);
  });
}
