// @vitest-environment happy-dom
import { peopleCommands } from '../../../../lib/messaging/people-commands';
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { panelState } from '../../../../components/panel/panel-state';
import { usePeopleStore } from '../../../../components/panel/people/people-store';
import { UnknownPersonScreen } from '../../../../components/panel/UnknownPersonScreen';
import { send } from '../../../../lib/messaging/send';
import { database } from '../../../../lib/storage/database';
import { forget, namesake, show, twoRecords } from './people/person';
import { screenRow } from './snapshots';

vi.mock('../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

afterEach(async () => {
  cleanup();
  await forget();
});

function open() {
  const { context } = screenRow();
  const snapshot = twoRecords({
    contacts: [],
    screen: screenRow({
      phase: 'unknown',
      anchor: undefined,
      context: { ...context, conversationId: '5' },
    }),
  });
  const state = panelState(snapshot);
  if (state.kind !== 'unknown') throw new Error('somebody is known');
  show(snapshot, <UnknownPersonScreen state={state} now={0} />, state.address);
}

test('somebody who knows whose conversation it is can find and name them', async () => {
  await database.peopleSearches.put({
    windowId: 1,
    connectionId: 'ku',
    query: 'ana',
    phase: 'done',
    contacts: [namesake],
    updatedAt: 0,
  });
  open();
  fireEvent.click(screen.getByRole('button', { name: 'I know who this is…' }));
  const field = await screen.findByRole('combobox', { name: 'Search all helpdesks' });
  fireEvent.change(field, { target: { value: 'ana' } });
  await screen.findByRole('option', { selected: true });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(screen.getByText(/^Is this conversation with Ana Souza\?/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Yes, this is them' }));
  await waitFor(() =>
    expect(send).toHaveBeenCalledWith(peopleCommands, 'people.decide', {
      windowId: 1,
      one: { connectionId: 'cw', id: 'conversation:5' },
      other: { connectionId: 'ku', id: '5' },
      verdict: 'same',
    }),
  );
  // The line that takes it back stands beside the person who is shown from now on.
  expect(usePeopleStore.getState().undo?.anchor).toBe('ku/5');
});
