// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { collectEarlyKeys } from '../../../../components/panel/early-keys';
import { NoPersonScreen } from '../../../../components/panel/NoPersonScreen';
import { PanelProvider } from '../../../../components/panel/PanelContext';
import { panelState } from '../../../../components/panel/panel-state';
import { usePanelView } from '../../../../components/panel/view-store';
import type { PanelSnapshot } from '../../../../lib/storage/panel-snapshot';
import { forget, twoRecords } from './people/person';
import { screenRow } from './snapshots';

vi.mock('../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

afterEach(async () => {
  cleanup();
  usePanelView.setState({ tab: 'history' });
  await forget();
});

function open(given: Partial<PanelSnapshot> = {}) {
  const snapshot = twoRecords({ contacts: [], screen: undefined, ...given });
  const state = panelState(snapshot);
  if (state.kind === 'person' || state.kind === 'identifying') throw new Error(state.kind);
  render(
    <PanelProvider windowId={1} anchor={undefined} snapshot={snapshot}>
      <NoPersonScreen state={state} now={0} />
    </PanelProvider>,
  );
}

const page = screenRow({ anchor: undefined, phase: 'no-person' });
const without = (view: 'none' | 'signed-out') => ({
  ...page,
  context: { ...page.context, view },
});

test.each([
  ['no helpdesk in front', undefined],
  ['a list of conversations', without('none')],
  ['a helpdesk that is signed out', without('signed-out')],
  ['an account that is not connected', { ...page, phase: 'not-connected' as const }],
])('beside %s a person can be looked for', async (_what, shown) => {
  open({ screen: shown });
  expect(await screen.findByRole('region', { name: 'Find a person' })).toBeTruthy();
});

test('the responses are there too, and there is a way back', async () => {
  open();
  fireEvent.click(screen.getByRole('button', { name: 'Replies' }));
  expect(await screen.findByText(/No conversation is open to insert/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(await screen.findByRole('region', { name: 'Find a person' })).toBeTruthy();
});

test('nobody is looked for before a helpdesk is connected', () => {
  open({ connections: [] });
  expect(screen.queryByRole('region', { name: 'Find a person' })).toBeNull();
});

/** Whether a key reaches what is on screen. */
const press = (key: string) => fireEvent.keyDown(document.body, { key });

test('keys are kept for the search of responses only where it comes', () => {
  collectEarlyKeys(document);
  open({ connections: [] });
  for (let request = 0; request < 2; request += 1) {
    act(() => usePanelView.getState().findReply('re'));
    expect(press('a')).toBe(true);
    expect(usePanelView.getState().takeTyped()).toBe('');
  }
  cleanup();
  // The worker has not answered yet; the search comes with its answer.
  open({ tabId: undefined });
  act(() => usePanelView.getState().findReply('re'));
  expect(press('a')).toBe(false);
  expect(usePanelView.getState().takeTyped()).toBe('re');
  act(() => usePanelView.getState().chooseTab('history'));
});

test('whoever was opened and then forgotten leaves no screen that waits for ever', () => {
  const snapshot = twoRecords({ contacts: [], screen: screenRow({ isOpenedByHand: true }) });
  expect(panelState(snapshot)).toEqual({ kind: 'no-helpdesk' });
});
