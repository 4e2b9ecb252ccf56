// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PanelProvider } from '../../../../components/panel/PanelContext';
import { SignInWarning } from '../../../../components/panel/SignInWarning';
import { send } from '../../../../lib/messaging/send';
import type { MembraneAccountState } from '../../../../lib/model/membrane-account';
import { writeMembraneAccount } from '../../../../lib/storage/membrane-account';
import { twoRecords } from './people/person';

vi.mock('../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

const hour = 3_600_000;
afterEach(() => {
  cleanup();
  fakeBrowser.reset();
});

async function open(
  more: Partial<MembraneAccountState>,
  transport: 'membrane' | 'direct' = 'membrane',
) {
  await writeMembraneAccount({
    base: 'https://api.getmembrane.com',
    tenantId: 'ten-1',
    isPersonal: false,
    isSignedOut: false,
    ...more,
  });
  const snapshot = twoRecords();
  const connections = snapshot.connections.map((each) => ({ ...each, transport }));
  render(
    <PanelProvider windowId={1} anchor={undefined} snapshot={{ ...snapshot, connections }}>
      <SignInWarning />
      <p>all is there</p>
    </PanelProvider>,
  );
  // The account is read after the first paint.
  await screen.findByText('all is there');
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
}

test.each([
  ['a week before', { expiresAt: Date.now() + 6 * 24 * hour }, /ends within a week/],
  ['a day before', { expiresAt: Date.now() + 23 * hour }, /ends within a day/],
  ['afterwards', { expiresAt: Date.now() - hour }, /has ended/],
  ['once Membrane refused it', { isSignedOut: true }, /has ended/],
])('%s it is said, with a way to the settings', async (_when, more, words) => {
  await open(more);
  expect((await screen.findByRole('status')).textContent).toMatch(words);
  fireEvent.click(screen.getByRole('button', { name: 'Open settings' }));
  expect(vi.mocked(send).mock.lastCall?.slice(1)).toEqual([
    'panel.open-settings',
    { section: 'membrane' },
  ]);
});

test.each([
  ['long before', { expiresAt: Date.now() + 8 * 24 * hour }, 'membrane'],
  ['of a token without an end', {}, 'membrane'],
  ['of a sign-in that renews itself', { isRenewed: true }, 'membrane'],
  ['where nothing goes through Membrane', { isSignedOut: true }, 'direct'],
] as const)('%s nothing is said', async (_when, more, transport) => {
  await open(more, transport);
  expect(screen.queryByRole('status')).toBeNull();
});

test('closed, it comes again when the end is nearer; what has ended cannot be closed', async () => {
  const inADay = { expiresAt: Date.now() + 24 * hour + 60_000 };
  await open(inADay);
  fireEvent.click(await screen.findByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('status')).toBeNull();
  cleanup();
  await open(inADay);
  expect(screen.queryByRole('status')).toBeNull();
  cleanup();
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 2 * 60_000);
  await open(inADay);
  expect((await screen.findByRole('status')).textContent).toMatch(/within a day/);
  cleanup();
  await open({ isSignedOut: true });
  await screen.findByRole('status');
  expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
});
