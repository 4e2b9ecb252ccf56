import { expect } from '@playwright/test';
import type { ComposerCase } from '../../browser/composers';
import type { Firefox } from '../../browser/firefox/firefox';
import { hand } from '../../browser/real-keys';

/** What a composer holds, by the editor's own model where there is one. */
export function readComposer(firefox: Firefox, each: ComposerCase): Promise<string> {
  return firefox.in(
    'tab',
    (page, selector, hasModel) => {
      if (hasModel) return String(Reflect.get(page, 'emulator').composerModel());
      const element = page.document.querySelector<HTMLElement>(selector);
      if (element === null) return 'no composer';
      if (element.localName === 'textarea') return (element as HTMLTextAreaElement).value;
      const blocks = [...element.querySelectorAll('[data-block="true"]')];
      if (blocks.length > 0) return blocks.map((block) => block.textContent).join('\n');
      return element.innerText.replaceAll('\u00a0', ' ').replace(/\n$/, '');
    },
    each.composer,
    each.model !== undefined,
  );
}

/** Clicks into a composer with the mouse, and waits until it has the keyboard. */
export async function clickInto(firefox: Firefox, selector: string): Promise<void> {
  const hasKeyboard = () =>
    firefox.in(
      'tab',
      (page, css) => {
        const { activeElement } = page.document;
        return page.document.hasFocus() && activeElement?.closest(css) != null;
      },
      selector,
    );
  // A click that shuts something of the browser's own does nothing else.
  await expect(async () => {
    await firefox.click('tab', (page, css) => page.document.querySelector(css), selector);
    await expect.poll(hasKeyboard, { timeout: 5_000 }).toBe(true);
  }).toPass({ timeout: 60_000 });
}

/** Takes the first of a composer's texts away and leaves an empty one, with the keyboard. */
export async function emptyComposer(firefox: Firefox, each: ComposerCase): Promise<void> {
  hand.press(['ctrl+a', 'Delete']);
  await expect.poll(() => readComposer(firefox, each)).toBe('');
}
