import { expect } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { waitForTimeline } from '../browser/timeline';
import { test } from './fixtures';

test('what messages carry beside their text is shown, and found', async ({ desk }) => {
  await desk.connect(accounts.chatwoot);
  const page = await desk.openTab(desk.helpdesks.chatwoot.pageOf('thiago'));
  const panel = await desk.openPanel(page);
  await waitForTimeline(panel);

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
});
