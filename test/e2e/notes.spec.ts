import { expect } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { clickIfThere, note, waitUntilIn, writeNote } from '../browser/notes';
import { waitForTimeline } from '../browser/timeline';
import { test } from './fixtures';

test('a helpdesk that is down: the note waits, says so, and arrives when it is back', async ({
  desk,
}) => {
  await desk.connect(accounts.chatwoot, accounts.kustomer);
  const { kustomer } = desk.helpdesks;
  const panel = await desk.openPanel(await desk.openTab(desk.helpdesks.chatwoot.pageOf('amelie')));
  await waitForTimeline(panel);
  kustomer.faults.add({ fault: { kind: 'status', status: 500 } });
  await writeNote(panel, 'Prefers French');
  const card = note(panel, 'Prefers French');
  await waitUntilIn(card, 'Chatwoot');
  await expect(card).toContainText(/Not saved in Kustomer\. .*Retrying at \d\d:\d\d/, {
    timeout: 60_000,
  });
  kustomer.faults.clear();
  // It may be on its way by itself just now: then there is nothing to retry.
  await clickIfThere(card.getByRole('button', { name: 'Retry' }));
  await waitUntilIn(card, 'Chatwoot, Kustomer');
});
