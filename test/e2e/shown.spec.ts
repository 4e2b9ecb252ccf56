import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { items, waitForPerson, waitForTimeline } from '../browser/timeline';
import { type Desk, test } from './fixtures';

const forwarded =
  '---------- Forwarded message ---------\nFrom: Shop <a@shop.example>\nSubject: Invoice 4711\n\nTotal 12.00';
const html =
  '<div style="display:none">In your mailbox&zwnj;&nbsp;&zwnj;</div><p>Hall&oacute;&hellip; <a href="https://track.example/AB12">Track it here</a></p>';

/** Has Amélie's newest messages on Chatwoot say these, the newest first. */
function say(desk: Desk, changes: { content?: string; email?: object }[]): void {
  const [account] = desk.helpdesks.chatwoot.installation('app.chatwoot.com').accounts;
  const contact = account?.contacts.find(({ personKey }) => personKey === 'amelie');
  const messages = (account?.conversations ?? [])
    .filter(({ contactId }) => contactId === contact?.id)
    .flatMap((conversation) => conversation.messages)
    .filter(({ type }) => type !== 'activity')
    .sort((a, b) => b.createdAt - a.createdAt);
  for (const [index, { content, email }] of changes.entries()) {
    const message = messages[index];
    if (message === undefined) throw new Error('Amélie says too little');
    if (content !== undefined) message.content = content;
    if (email === undefined) continue;
    Object.assign(message, { type: 'incoming', contentType: 'incoming_email', private: false });
    message.contentAttributes = { email };
  }
}

/** How far (px) a row of the timeline begins before the end of the one above it, at most. */
function overlap(panel: Page): Promise<number> {
  return panel.getByRole('region', { name: 'Timeline' }).evaluate((list) => {
    const boxes = [...list.querySelectorAll('li[data-index]')].map((row) =>
      row.getBoundingClientRect(),
    );
    const sorted = boxes.sort((a, b) => a.top - b.top);
    return Math.max(...sorted.slice(1).map((box, at) => (sorted[at]?.bottom ?? 0) - box.top));
  });
}

test('what messages say and carry is shown as its writer saw it, and found', async ({ desk }) => {
  const list = Array.from({ length: 6 }, (_, index) => `${index + 24}. **point** ${index}`);
  say(desk, [
    { email: { text_content: { quoted: 'FYI', full: `FYI\n\n${forwarded}` } } },
    { email: { text_content: {}, html_content: { full: html, quoted: 'Halló… Track it here' } } },
    ...Array.from({ length: 6 }, () => ({
      content: `Please **do not** send it:\n\n${list.join('\n')}\n\n> said\n\nsee [the page](https://acme.example/x)`,
    })),
  ]);
  await desk.connect(accounts.chatwoot);
  const tab = await desk.openTab(desk.helpdesks.chatwoot.pageOf('thiago'));
  const panel = await desk.openPanel(tab);
  await waitForTimeline(panel);
  await test.step('what messages carry beside their text', () => expectFacts(panel));
  await tab.goto(desk.helpdesks.chatwoot.pageOf('amelie'));
  await waitForPerson(panel, /Laurent/);
  await waitForTimeline(panel);
  await test.step('what was said', () => expectSaid(panel));
});

async function expectFacts(panel: Page): Promise<void> {
  const heading = panel.getByRole('heading', { level: 3, name: /WhatsApp.*\+498912345670/ });
  // A conversation that went on after midnight has its heading on both days.
  await expect(heading.first()).toBeVisible();
  await expect(panel.getByText('Deleted by the customer')).toBeVisible();
  await expect(panel.getByText('· edited')).toBeVisible();
  await expect(panel.getByRole('list', { name: 'Reactions' })).toHaveText('👍');

  const find = async (query: string) => {
    await panel.getByRole('searchbox', { name: 'Search the timeline' }).fill(query);
    await expect(panel.getByRole('search').getByRole('status')).toHaveText('1 of 1');
  };
  await panel.getByRole('button', { name: 'Search the timeline' }).click();
  await find('duas horas');
  await expect(panel.getByText('· automatic')).toBeVisible();
  await find('bianca araujo');
  await expect(panel.getByRole('link', { name: '+5511912345678' })).toHaveAttribute(
    'href',
    'tel:+5511912345678',
  );
  await find('46.6817');
  const place = panel.getByRole('link', { name: 'Praça Benedito Calixto, São Paulo' });
  await expect(place).toHaveAttribute('href', /openstreetmap\.org.*-23\.5584\/-46\.6817/);
  await find('casa da minha irma');
  await expect(panel.getByRole('figure').locator('mark').first()).toBeVisible();
  await panel.getByRole('button', { name: 'Close search' }).click();
}

async function expectSaid(panel: Page): Promise<void> {
  const mail = items(panel).filter({ hasText: 'Track it here' });
  await expect(mail).toContainText('Halló… Track it here (https://track.example/AB12)');
  await expect(mail).not.toContainText('In your mailbox');
  await expect(mail.getByRole('link', { name: 'track.example' })).toHaveAttribute(
    'href',
    'https://track.example/AB12',
  );

  const bold = items(panel).locator('strong', { hasText: 'do not' });
  await expect(bold.first()).toBeVisible();
  await expect(items(panel).filter({ hasText: '**' })).toHaveCount(0);
  await expect(items(panel).locator('ol > li', { hasText: '24. point 0' }).first()).toBeVisible();
  await expect.poll(() => overlap(panel)).toBeLessThanOrEqual(0.5);

  await items(panel).getByRole('button', { name: 'Forwarded message' }).click();
  await expect(items(panel).first()).toContainText('Total 12.00');
  await expect.poll(() => overlap(panel)).toBeLessThanOrEqual(0.5);

  await panel.getByRole('button', { name: /search the timeline/i }).click();
  await panel.getByRole('searchbox', { name: 'Search the timeline' }).fill('"do not send"');
  await expect(panel.getByRole('status').filter({ hasText: '1 of 6' })).toBeVisible();
  await expect(panel.locator('mark').first()).toHaveText('do not');
}
