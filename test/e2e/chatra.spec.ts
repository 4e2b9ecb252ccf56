import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { capturedOf, countAtFirst, scrollToTop, waitForCapture } from '../browser/chatra';
import { lengthen, toldInChat } from '../browser/chatra-story';
import { inFront } from '../browser/panes';
import { readTable, readTimeline, tile, waitForTimeline } from '../browser/timeline';
import type { ChatraSwitches } from '../helpdesks/chatra/switches';
import { type Desk, test } from './fixtures';

const ten = [
  'lucia',
  'noa',
  'weiming',
  'eleni',
  'arjun',
  'mallory',
  'ruth',
  'bjorn',
  'kai',
  'amelie',
];

const total = 76;
const attested = `.chat-message${inFront}`;

/** How much of what the panel shows was captured. */
async function countOfChatra(panel: Page): Promise<number> {
  return (await readTimeline(panel)).filter((item) => item.platform === 'Chatra').length;
}

async function openAmelieInChatwoot(desk: Desk, tab: Page, panel: Page): Promise<void> {
  await tab.goto(desk.helpdesks.chatwoot.pageOf('amelie'));
  const screens = () => readTable(panel, 'screens');
  await expect
    .poll(async () => (await screens()).map((row) => String(row.anchor)).join())
    .toMatch(/^chatwoot/);
  await waitForTimeline(panel);
}

test('ten conversations opened in Chatra, then one of these people in Chatwoot', async ({
  desk,
}) => {
  test.setTimeout(180_000);
  const { chatra } = desk.helpdesks;
  const amelie = lengthen(chatra, 'amelie', total);
  chatra.switches.leftPane = 'behind';
  await desk.connect(accounts.chatra, accounts.chatwoot);
  const tab = await desk.openTab(chatra.pageOf('texter'));
  const panel = await desk.openPanel(tab);
  for (const key of ten) {
    const client = chatra.data.ofPerson(key);
    await tab
      .locator(`.nav-item${inFront}`)
      .filter({ hasText: client.displayedName })
      .first()
      .click();
    await waitForCapture(panel, client, countAtFirst(client, 30));
  }
  await scrollToTop(tab, attested, total);
  await waitForCapture(panel, amelie, total);

  // Nothing of one conversation went into another, and nothing was taken down twice.
  for (const key of ten) {
    const client = chatra.data.ofPerson(key);
    const captured = await capturedOf(panel, client);
    expect(captured.map((each) => each.text)).toEqual(toldInChat(client));
    expect(captured.filter((each) => each.deleted)).toEqual([]);
  }
  const notes = amelie.messages.filter((message) => message.note === true);
  const captured = await capturedOf(panel, amelie);
  expect(captured.filter((each) => each.kind === 'note').length).toBe(notes.length);
  const authors = amelie.messages
    .filter((message) => message.type === 'agent')
    .map((message) => message.agentName);
  expect(captured.filter((each) => each.direction !== 'in').map((each) => each.author)).toEqual(
    authors,
  );

  await openAmelieInChatwoot(desk, tab, panel);
  await expect.poll(() => countOfChatra(panel)).toBe(total);
  await tile(panel, 'Chatra', 'Captured').click();
  await expect(panel.getByRole('dialog', { name: 'Chatra' })).toContainText(
    'Chatra’s API provides no history. You see what this browser has seen since',
  );
});

test('a conversation that grows, is opened again and loses a message', async ({ desk }) => {
  const { chatra } = desk.helpdesks;
  const client = lengthen(chatra, 'amelie', 40);
  await desk.connect(accounts.chatra, accounts.chatwoot);
  const tab = await desk.openTab(chatra.pageOf('amelie'));
  const panel = await desk.openPanel(tab);
  const first = countAtFirst(client, 30);
  await waitForCapture(panel, client, first);
  for (const text of ['one more thing', 'ok', 'ok']) {
    await tab.evaluate((said) => Reflect.get(window, 'emulator').receive(said), text);
  }
  await waitForCapture(panel, client, first + 3);
  await tab.goto(chatra.pageOf('lucia'));
  await tab.goto(chatra.pageOf('amelie'));
  await scrollToTop(tab, attested, 43);
  await waitForCapture(panel, client, 43);

  const place = client.messages.length - 8;
  const [gone] = client.messages.splice(place, 1);
  await tab.reload();
  await expect
    .poll(async () => (await capturedOf(panel, client)).filter((each) => each.deleted).length)
    .toBe(1);
  const captured = await capturedOf(panel, client);
  expect(captured.length).toBe(43);
  expect(captured.find((each) => each.deleted)?.text).toBe(gone?.text);
});

/** All others are thrown without a browser, in test/unit/page/switches. */
const switches: [string, Partial<ChatraSwitches>][] = [
  ['in Russian, with the address in a field', { language: 'ru', contactPanel: 'input' }],
  ['with relative times', { messageTime: 'relative', messagesAtOnce: 12 }],
  ['whose API tells clients by their chat', { clientByChatId: true }],
];

for (const [name, switched] of switches) {
  test(`a Chatra ${name}: the whole conversation once, and in the timeline`, async ({ desk }) => {
    const { chatra } = desk.helpdesks;
    Object.assign(chatra.switches, switched);
    const client = lengthen(chatra, 'amelie', total);
    await desk.connect(accounts.chatra, accounts.chatwoot);
    const tab = await desk.openTab(chatra.pageOf('amelie'));
    const panel = await desk.openPanel(tab);
    await scrollToTop(tab, attested, total);
    await waitForCapture(panel, client, total);
    await openAmelieInChatwoot(desk, tab, panel);
    await expect.poll(() => countOfChatra(panel)).toBe(total);
    expect(await panel.evaluate(() => document.body.innerHTML)).not.toContain(client.id);
  });
}

test('a Chatra whose class names are gone: only the address is known, and a link by hand joins it', async ({
  desk,
}) => {
  const { chatra, chatwoot } = desk.helpdesks;
  chatra.switches.classNames = 'obfuscated';
  const client = chatra.data.ofPerson('amelie');
  await desk.connect(accounts.chatra, accounts.chatwoot, accounts.kustomer);
  const tab = await desk.openTab(chatwoot.pageOf('amelie'));
  const panel = await desk.openPanel(tab);
  await waitForTimeline(panel);
  await tab.goto(chatra.pageOf('amelie'));
  await tile(panel, 'Chatra', 'Captured').click();
  await expect(panel.getByRole('dialog', { name: 'Chatra' })).toContainText('could not be read');
  await panel.keyboard.press('Escape');
  expect(await capturedOf(panel, client)).toEqual([]);

  await panel.getByRole('button', { name: /Choose the person…$/ }).click();
  await panel.getByRole('combobox').fill(chatwoot.pageOf('amelie'));
  await panel.getByRole('option').click();
  await panel.getByRole('button', { name: 'Same person, link them' }).click();
  await expect(tile(panel, 'Chatwoot', 'Complete')).toBeVisible();
  await expect(tile(panel, 'Kustomer', 'Complete')).toBeVisible();
});
