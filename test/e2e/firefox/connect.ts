import { expect } from '@playwright/test';
import type { ConnectionForm } from '../../browser/connect';
import type { Firefox, PageWindow } from '../../browser/firefox/firefox';
import { ADDON_URL } from '../../browser/firefox/preferences';
import { hand } from '../../browser/real-keys';

/** Connects an account as a person does: the form, the browser's own question, the answer. */
export async function connectByHand(firefox: Firefox, form: ConnectionForm): Promise<void> {
  await firefox.openTab(`${ADDON_URL}options.html#connect/${form.platform}`);
  for (const [name, value] of Object.entries({ ...form.fields, ...form.secrets })) {
    if (await firefox.in('tab', isChoice, name)) continue;
    // A click that shuts something of the browser's own does nothing else.
    await expect(async () => {
      await firefox.click('tab', fieldOf, name);
      const isThere = () => firefox.in('tab', hasKeyboard, name);
      await expect.poll(isThere, { timeout: 5_000 }).toBe(true);
    }).toPass({ timeout: 60_000 });
    hand.press(['ctrl+a']);
    hand.type(value, 2);
    // From then on the form is being checked, and cannot be saved until it was.
    await expect.poll(() => firefox.in('tab', valueIn, name)).toBe(value);
  }
  await firefox.click('tab', (page) =>
    page.document.querySelector('form button[type="submit"]:not(:disabled)'),
  );
  await allow(firefox);
  const isShut = () =>
    firefox.in('tab', (page) => page.document.querySelector('[id$="-connection-name"]') === null);
  await expect.poll(isShut).toBe(true);
}

/** A field of the form by its name. Runs in the page. */
function fieldOf(page: PageWindow, name: string): Element | null {
  return page.document.querySelector(`form [id$="-${name}"]`);
}

/** Runs in the page. */
function hasKeyboard(page: PageWindow, name: string): boolean {
  return (
    page.document.hasFocus() && page.document.activeElement?.matches(`[id$="-${name}"]`) === true
  );
}

/** Runs in the page. */
function valueIn(page: PageWindow, name: string): string | undefined {
  return page.document.querySelector<HTMLInputElement>(`form [id$="-${name}"]`)?.value;
}

/** The one that is chosen beforehand is the right one. Runs in the page. */
function isChoice(page: PageWindow, name: string): boolean {
  return page.document.querySelector(`form select[id$="-${name}"]`) !== null;
}

/** Says yes to the browser's own question for a permission, with the mouse. */
async function allow(firefox: Firefox): Promise<void> {
  await expect
    .poll(() => firefox.browser('return PopupNotifications.panel.state === "open"'))
    .toBe(true);
  await firefox.browser(
    `const button = PopupNotifications.panel.querySelector('popupnotification').button;
     while (button.disabled) await new Promise((resolve) => window.requestAnimationFrame(resolve));
     button.click();`,
  );
}
