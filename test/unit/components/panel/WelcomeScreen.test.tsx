// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { SetUpReminder, WelcomeScreen } from '../../../../components/panel/WelcomeScreen';
import { send } from '../../../../lib/messaging/send';
import type { HelpdeskOffer } from '../../../../lib/model/helpdesk-offer';
import { parseSetUp, writeSetUp } from '../../../../lib/storage/set-up-progress';
import { platform } from './snapshots';

vi.mock('../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../lib/messaging/send')>()),
  send: vi.fn(),
}));

const platforms = [platform('chatwoot', 'Chatwoot'), platform('kustomer', 'Kustomer')];
const start = parseSetUp(undefined);
const blank = (name: string): HelpdeskOffer => ({
  ...{ id: name, platform: name, fields: {}, source: 'platform', isSure: true },
});

function show(offers: HelpdeskOffer[], hiddenTabs: number): void {
  const ways = { direct: true, membrane: true };
  vi.mocked(send).mockResolvedValue({ offers, hiddenTabs, ways });
  render(<WelcomeScreen platforms={platforms} />);
}
afterEach(async () => {
  cleanup();
  await writeSetUp(start);
});

it('names the helpdesks that are open, and no unsure one', async () => {
  const seen: HelpdeskOffer = { ...blank('kustomer'), source: 'tab', host: 'acme.example' };
  show([seen, { ...blank('chatwoot'), source: 'tab', host: 'a.example', isSure: false }], 4);
  const list = await screen.findByRole('list', { name: 'Found helpdesks' });
  expect(list.textContent).toBe('Kustomeracme.exampleopen now');
  expect(screen.queryByText(/browser hides/)).toBeNull();
});

it('says that the browser hides the tabs, and offers nothing that is forbidden', async () => {
  show([blank('kustomer')], 4);
  await screen.findByText(/browser hides which helpdesks are open in your tabs/);
  const list = screen.getByRole('list', { name: 'Supported helpdesks' });
  expect(list.textContent).toBe('Kustomer');
});

it('leads back to what was begun', async () => {
  await writeSetUp({ ...start, chosen: [{ id: 'k', platform: 'kustomer', fields: {} }] });
  show([], 0);
  expect(await screen.findByRole('button', { name: 'Go on with the set-up' })).toBeTruthy();
});

it('is short with somebody who skipped it', async () => {
  await writeSetUp({ ...start, isSkipped: true });
  show([], 0);
  expect(await screen.findByRole('heading', { name: 'No helpdesk is connected yet' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Set up Deskside' })).toBeTruthy();
});

it('reminds of what was begun, also where something is connected, and of nothing else', async () => {
  const chosen = [{ id: 'k', platform: 'kustomer', fields: {} }];
  await writeSetUp({ ...start, chosen });
  render(<SetUpReminder />);
  await screen.findByRole('button', { name: 'Go on with the set-up' });
  cleanup();
  await writeSetUp({ ...start, chosen, stage: 'done' });
  const { container } = render(
    <div>
      <SetUpReminder />
      <WelcomeScreen platforms={platforms} />
    </div>,
  );
  await screen.findByRole('button', { name: 'Set up Deskside' });
  expect(container.textContent).not.toContain('Go on with');
});
