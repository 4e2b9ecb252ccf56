import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { capturedOf, countAtFirst, scrollToTop, waitForCapture } from '../browser/chatra';
import { lengthen, toldInChat } from '../browser/chatra-story';
import { inFront } from '../browser/panes';
import { readTable, readTimeline, tile, waitForPerson, waitForTimeline } from '../browser/timeline';
import type { ChatraEmulator } from '../helpdesks/chatra/emulator';
import type { Client } from '../helpdesks/chatra/records';
import { type ChatraSwitches, chatraDefaults } from '../helpdesks/chatra/switches';
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

async function openInChatwoot(desk: Desk, tab: Page, panel: Page, person: string): Promise<void> {
  await tab.goto(desk.helpdesks.chatwoot.pageOf(person));
  const screens = () => readTable(panel, 'screens');
  await expect
    .poll(async () => (await screens()).map((row) => String(row.anchor)).join())
    .toMatch(/^chatwoot/);
  await waitForTimeline(panel);
}

test('conversations opened in Chatra: each taken down once, shown elsewhere, and kept when one loses a message', async ({
  desk,
}) => {
  const { chatra } = desk.helpdesks;
  const amelie = lengthen(chatra, 'amelie', total);
  const texter = lengthen(chatra, 'texter', 40);
  chatra.switches.leftPane = 'behind';
  await desk.connect(accounts.chatra, accounts.chatwoot);
  const tab = await desk.openTab(chatra.pageOf('texter'));
  const panel = await desk.openPanel(tab);
  await waitForCapture(panel, texter, countAtFirst(texter, 30));
  await test.step('ten conversations, each with its own messages', async () => {
    await openTen(chatra, tab, panel);
    await scrollToTop(tab, attested, total);
    await waitForCapture(panel, amelie, total);
    await expectEachOnce(chatra, panel);
    await expectNotesAndAuthors(panel, amelie);
  });
  await test.step('one of these people in Chatwoot', async () => {
    await openInChatwoot(desk, tab, panel, 'amelie');
    await expect.poll(() => countOfChatra(panel)).toBe(total);
    await tile(panel, 'Chatra', 'Captured').click();
    await expect(panel.getByRole('dialog', { name: 'Chatra' })).toContainText(
      'Chatra’s API provides no history. You see what this browser has seen since',
    );
    await panel.keyboard.press('Escape');
  });
  await test.step('a conversation that grows, is opened again and loses a message', async () => {
    chatra.switches.leftPane = chatraDefaults.leftPane;
    await growAndLose(chatra, tab, panel, texter);
  });
});

async function openTen(chatra: ChatraEmulator, tab: Page, panel: Page): Promise<void> {
  for (const key of ten) {
    const client = chatra.data.ofPerson(key);
    await tab
      .locator(`.nav-item${inFront}`)
      .filter({ hasText: client.displayedName })
      .first()
      .click();
    await waitForCapture(panel, client, countAtFirst(client, 30));
  }
}

/** Nothing of one conversation went into another, and nothing was taken down twice. */
async function expectEachOnce(chatra: ChatraEmulator, panel: Page): Promise<void> {
  for (const key of ten) {
    const client = chatra.data.ofPerson(key);
    const captured = await capturedOf(panel, client);
    expect(captured.map((each) => each.text)).toEqual(toldInChat(client));
    expect(captured.filter((each) => each.deleted)).toEqual([]);
  }
}

async function expectNotesAndAuthors(panel: Page, client: Client): Promise<void> {
  const notes = client.messages.filter((message) => message.note === true);
  const captured = await capturedOf(panel, client);
  expect(captured.filter((each) => each.kind === 'note').length).toBe(notes.length);
  const authors = client.messages
    .filter((message) => message.type === 'agent')
    .map((message) => message.agentName);
  expect(captured.filter((each) => each.direction !== 'in').map((each) => each.author)).toEqual(
    authors,
  );
}

async function growAndLose(
  chatra: ChatraEmulator,
  tab: Page,
  panel: Page,
  client: Client,
): Promise<void> {
  await tab.goto(chatra.pageOf('texter'));
  await expect(tab.locator(attested).first()).toBeVisible();
  for (const text of ['one more thing', 'ok', 'ok']) {
    await tab.evaluate((said) => Reflect.get(window, 'emulator').receive(said), text);
  }
  await waitForCapture(panel, client, countAtFirst(client, 33));
  await tab.goto(chatra.pageOf('lucia'));
  await tab.goto(chatra.pageOf('texter'));
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
}

/** All others are thrown without a browser, in test/unit/page/switches. */
const switches: [string, string, Partial<ChatraSwitches>][] = [
  ['in Russian, with the address in a field', 'lucia', { language: 'ru', contactPanel: 'input' }],
  ['with relative times', 'eleni', { messageTime: 'relative', messagesAtOnce: 12 }],
  ['whose API tells clients by their chat', 'arjun', { clientByChatId: true }],
];

test('a Chatra that is another one: the whole conversation once, and in the timeline, or no more than the address', async ({
  desk,
}) => {
  const { chatra } = desk.helpdesks;
  await desk.connect(accounts.chatra, accounts.chatwoot, accounts.kustomer);
  const tab = await desk.openTab('about:blank');
  const panel = await desk.openPanel(tab);
  for (const [name, person, switched] of switches) {
    await test.step(`a Chatra ${name}`, async () => {
      Object.assign(chatra.switches, chatraDefaults, switched);
      const client = talkLikeAmelie(chatra, person);
      await tab.goto(chatra.pageOf(person));
      await scrollToTop(tab, attested, total);
      await waitForCapture(panel, client, total);
      await openInChatwoot(desk, tab, panel, person);
      await expect.poll(() => countOfChatra(panel)).toBe(total);
      expect(await panel.evaluate(() => document.body.innerHTML)).not.toContain(client.id);
    });
  }
  await test.step('a Chatra whose class names are gone: only the address is known, and a link by hand joins it', async () => {
    Object.assign(chatra.switches, chatraDefaults, { classNames: 'obfuscated' });
    await linkByHand(desk, tab, panel);
  });
});

/** Gives somebody Amélie's conversation, of which nothing is stored for them, `total` messages long. */
function talkLikeAmelie(chatra: ChatraEmulator, person: string): Client {
  const client = chatra.data.ofPerson(person);
  const { messages } = chatra.data.ofPerson('amelie');
  client.messages = messages.map((message) => ({
    ...message,
    id: `${person}${message.id.slice(person.length)}`,
  }));
  return lengthen(chatra, person, total);
}

async function linkByHand(desk: Desk, tab: Page, panel: Page): Promise<void> {
  const { chatra, chatwoot } = desk.helpdesks;
  await tab.goto(chatwoot.pageOf('amelie'));
  await waitForPerson(panel, /Laurent/);
  await waitForTimeline(panel);
  await tab.goto(chatra.pageOf('amelie'));
  const choose = panel.getByRole('button', { name: /Choose the person…$/ });
  // Until then the panel shows her as Chatwoot does.
  await expect(choose).toBeVisible();
  await tile(panel, 'Chatra', 'Captured').click();
  await expect(panel.getByRole('dialog', { name: 'Chatra' })).toContainText('could not be read');
  await panel.keyboard.press('Escape');
  expect(await capturedOf(panel, chatra.data.ofPerson('amelie'))).toEqual([]);

  await choose.click();
  await panel.getByRole('combobox').fill(chatwoot.pageOf('amelie'));
  await panel.getByRole('option').click();
  await panel.getByRole('button', { name: 'Same person, link them' }).click();
  await expect(tile(panel, 'Chatwoot', 'Complete')).toBeVisible();
  await expect(tile(panel, 'Kustomer', 'Complete')).toBeVisible();
}
