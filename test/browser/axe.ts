import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What keeps anybody out of what a page shows now, by axe: each rule with the elements that break it. */
export async function findBarriers(page: Page): Promise<string[][]> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    // What is only coming into view has less contrast.
    for (const animation of document.getAnimations()) animation.finish();
    // Off unless asked for: who says what is written on a button is to have it pressed.
    const rules = { 'label-content-name-mismatch': { enabled: true } };
    const { violations } = await Reflect.get(window, 'axe').run({ rules });
    return violations.map((violation: { id: string; nodes: { html: string }[] }) => [
      violation.id,
      ...violation.nodes.map(({ html }) => html),
    ]);
  });
}
