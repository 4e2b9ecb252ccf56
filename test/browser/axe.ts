import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

/** Defines `axe` in the window in which it runs. */
export const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** The accessibility barriers on a page now, found by axe: each rule with the elements that break it. */
export async function findBarriers(page: Page): Promise<string[][]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(barriersByAxe);
}

/** The same, in the window in which it runs; `axe` has to be defined there. */
export async function barriersByAxe(): Promise<string[][]> {
  for (const animation of document.getAnimations()) {
    // Elements that are still fading in have less contrast. What turns for ever has no end to go to.
    const end = animation.effect?.getComputedTiming().endTime;
    if (end !== Number.POSITIVE_INFINITY) animation.finish();
  }
  const axe = Reflect.get(window, 'axe');
  // A tooltip is read with the element that it describes, not found by going through the landmarks.
  const regionMatcher = 'dialog, [role=dialog], [role=alertdialog], svg, [role=tooltip]';
  axe.configure({ checks: [{ id: 'region', options: { regionMatcher } }] });
  // A rule that is off by default: saying what is written on a button must be enough to press it by voice.
  const rules = { 'label-content-name-mismatch': { enabled: true } };
  const { violations } = await axe.run(document, { rules });
  return violations.map((violation: { id: string; nodes: { html: string }[] }) => [
    violation.id,
    ...violation.nodes.map(({ html }) => html),
  ]);
}
