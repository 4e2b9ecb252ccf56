import { accounts } from '../browser/accounts';
import { type ConnectionForm, connectAccounts } from '../browser/connect';
import { launchWithExtension } from '../browser/launch';
import { openSidePanel } from '../browser/side-panel';
import { tile, waitUntilSettled } from '../browser/timeline';
import type { Helpdesks } from '../helpdesks/start';
import { type Figure, median } from './report';

const DELAY_MS = 400;
/** Keys of people and a part of the name under which the panel shows them. */
const PEOPLE = [
  ['jonas', 'Jonas'],
  ['amelie', 'Laurent'],
  ['nadia', 'Nadia'],
  ['oliver', 'Oliver'],
  ['felix', 'Felix'],
] as const;

/**
 * Kustomer answers each call after 400 ms. How long until all that it has is shown, with Chatwoot
 * alone beside it and with all four platforms: the difference is what the others cost.
 */
export async function benchFanOut(helpdesks: Helpdesks): Promise<Figure[]> {
  const alone = await measure(helpdesks, [accounts.chatwoot, accounts.kustomer]);
  const all = await measure(helpdesks, Object.values(accounts));
  return [
    {
      what: 'slowest platform shown, four connected',
      value: all.slowest,
      unit: 'ms',
      against: 'the same with two connected',
      limit: alone.slowest,
    },
    {
      what: 'platform in front shown, four connected',
      value: all.first,
      unit: 'ms',
      against: 'the same with two connected',
      limit: alone.first,
    },
  ];
}

async function measure(helpdesks: Helpdesks, forms: readonly ConnectionForm[]) {
  helpdesks.reset();
  const browser = await launchWithExtension({
    headless: true,
    flags: helpdesks.server.browserFlags,
  });
  try {
    await browser.worker();
    await connectAccounts(browser.context, forms);
    helpdesks.kustomer.faults.add({ fault: { kind: 'delay', ms: DELAY_MS } });
    const tab = await browser.context.newPage();
    await tab.goto('https://app.chatwoot.com/app/accounts/1/dashboard');
    const { page: panel, detach } = await openSidePanel(browser, tab);
    const slowest: number[] = [];
    const first: number[] = [];
    for (const [person, name] of PEOPLE) {
      const path = new URL(helpdesks.chatwoot.pageOf(person)).pathname;
      const start = Date.now();
      await tab.evaluate((to) => Reflect.get(window, 'emulator').navigate(to), path);
      await panel.getByRole('heading', { level: 1, name }).waitFor();
      await tile(panel, 'Chatwoot', 'Complete').waitFor();
      first.push(Date.now() - start);
      await tile(panel, 'Kustomer', /(Complete|Not found)/).waitFor();
      slowest.push(Date.now() - start);
      await waitUntilSettled(panel);
    }
    await detach();
    return { slowest: median(slowest), first: median(first) };
  } finally {
    await browser.close();
  }
}
