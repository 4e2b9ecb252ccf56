import { expect, type Page } from '@playwright/test';
import { connectThroughMembrane } from '../browser/connect';
import {
  readTable,
  readTimeline,
  type SeenItem,
  tile,
  waitForPerson,
  waitForTimeline,
} from '../browser/timeline';
import type { StoryPerson } from '../helpdesks/world/types';
import { allAccounts, type Desk, test } from './fixtures';

const labels = {
  chatwoot: 'Chatwoot',
  kustomer: 'Kustomer',
  chaport: 'Chaport',
  chatra: 'Chatra',
} as const;

/** What the person's story tells on a platform whose whole history can be read. */
function toldTexts(person: StoryPerson, platform: 'chatwoot' | 'kustomer' | 'chaport'): string[] {
  return (person[platform] ?? [])
    .flatMap((record) => record.conversations)
    .flatMap((conversation) => conversation.messages)
    .filter((message) => message.deleted !== true && message.text !== '')
    .filter(
      (message) => platform !== 'chaport' || (message.note !== true && message.from !== 'system'),
    )
    .map((message) => message.text.trim());
}

interface HelpdeskTab {
  name: string;
  page: Page;
}

test('directly: one timeline from all four platforms, whichever of them is in front, and what is held of each', async ({
  desk,
}) => {
  await desk.connect(...allAccounts);
  const { tabs, panel } = await expectOneTimeline(desk);
  await test.step('says in words, on focus too, what is held of each platform', () =>
    expectWords(panel));
  await test.step('a history beyond the cap of an old server is partial and says why', async () => {
    desk.helpdesks.chatwoot.switches.version = '4.10.0';
    const tab = tabs.find(({ name }) => name === desk.helpdesks.chatwoot.name)?.page;
    await tab?.bringToFront();
    await tab?.goto(desk.helpdesks.chatwoot.pageOf('oliver'));
    await waitForPerson(panel, /Oliver/);
    await waitForTimeline(panel);
    await expect(tile(panel, 'Chatwoot', 'Partial')).toBeVisible();
    await tile(panel, 'Chatwoot').click();
    await expect(panel.getByRole('dialog', { name: 'Chatwoot' })).toContainText(
      /only a person’s (20 )?newest conversations/,
    );
  });
});

test('through Membrane: one timeline from all four platforms, whichever of them is in front', async ({
  desk,
}) => {
  const { browser, helpdesks } = desk;
  await connectThroughMembrane(browser.context, helpdesks.membrane, allAccounts);
  await expectOneTimeline(desk);
});

async function expectOneTimeline(desk: Desk): Promise<{ tabs: HelpdeskTab[]; panel: Page }> {
  const tabs: HelpdeskTab[] = [];
  for (const helpdesk of desk.helpdesks.all) {
    tabs.push({ name: helpdesk.name, page: await desk.openTab(helpdesk.pageOf('amelie')) });
  }
  const panel = await desk.openPanel(tabs[0]?.page ?? (await desk.openTab('about:blank')));
  await waitForTimeline(panel);
  // What Chatra shows is sure to be taken down while its tab is in front.
  await tabs.find(({ name }) => name === desk.helpdesks.chatra.name)?.page.bringToFront();
  await expect(tile(panel, labels.chatra, 'Captured')).toBeVisible();

  const orders: string[][] = [];
  for (const { name, page } of tabs) {
    await test.step(`beside ${name}`, async () => {
      await page.bringToFront();
      const seen = await readWhole(panel);
      const times = seen.map((item) => item.time).filter((time) => time !== '');
      expect(times).toEqual([...times].sort().reverse());
      orders.push(seen.map((item) => item.time));
    });
  }
  expect(new Set(orders.map((order) => JSON.stringify(order))).size).toBe(1);
  await expectWholeStory(desk, panel);
  return { tabs, panel };
}

/** Everything in the timeline, once it is there from all platforms. */
async function readWhole(panel: Page): Promise<SeenItem[]> {
  await waitForPerson(panel, /Laurent|amelie/i);
  await waitForTimeline(panel);
  for (const label of [labels.chatwoot, labels.kustomer, labels.chaport]) {
    await expect(tile(panel, label, 'Complete')).toBeVisible();
  }
  await expect(tile(panel, labels.chatra, 'Captured')).toBeVisible();
  // The panel may still be about to turn to this tab.
  let seen: SeenItem[] = [];
  await expect(async () => {
    seen = await readTimeline(panel);
    const platforms = new Set(seen.map((item) => item.platform));
    expect(platforms).toEqual(new Set(Object.values(labels)));
  }).toPass();
  return seen;
}

async function expectWholeStory({ helpdesks }: Desk, panel: Page): Promise<void> {
  const person = helpdesks.world.people.find((each) => each.key === 'amelie');
  if (person === undefined) throw new Error('the world has no amelie');
  const stored = await readTable(panel, 'messages');
  for (const platform of ['chatwoot', 'kustomer', 'chaport'] as const) {
    const texts = stored
      .filter((message) => String(message.connectionId).startsWith(platform))
      .map((message) => String(message.text).trim());
    for (const told of toldTexts(person, platform)) expect(texts.join('\n')).toContain(told);
  }
}

async function expectWords(panel: Page): Promise<void> {
  const chatra = tile(panel, 'Chatra');
  await chatra.focus();
  await expect(panel.getByRole('tooltip')).toContainText('Chatra');
  await tile(panel, 'Kustomer').click();
  const card = panel.getByRole('dialog', { name: 'Kustomer' });
  await expect(card).toContainText('Everything Kustomer has about this person is here.');
  const link = card.getByRole('link', { name: /Open in Kustomer/ }).first();
  await expect(link).toHaveAttribute(
    'href',
    /^https:\/\/acme\.kustomerapp\.com\/app\/customers\/[0-9a-f]{24}/,
  );
  await expect(link).toHaveAttribute('rel', /noopener/);
  await panel.keyboard.press('Escape');
}
