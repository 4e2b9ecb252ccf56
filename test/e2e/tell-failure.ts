import type { Page } from '@playwright/test';
import type { Helpdesks } from '../helpdesks/start';

const requestsTold = 12;

/**
 * What a log must hold to understand a failure that does not come again: what the panels showed in
 * the end and what was asked of the emulated helpdesks last (addresses and answers, no headers).
 */
export async function tellFailure(title: string, panels: Page[], helpdesks: Helpdesks) {
  const shown = await Promise.all(
    panels.map((panel) =>
      panel.evaluate(() => document.body.innerText).catch((error: unknown) => String(error)),
    ),
  );
  const asked = helpdesks
    .apiRequests()
    .slice(-requestsTold)
    .map(
      ({ at, method, host, path, status }) =>
        `${new Date(at).toISOString()} ${method} ${host}${path} -> ${status}`,
    );
  const parts = [
    `In the end of “${title}”`,
    ...shown.map((text) => `the panel showed:\n${text}`),
    `the last requests were:\n${asked.join('\n')}`,
  ];
  process.stdout.write(`${parts.join('\n')}\n`);
}
